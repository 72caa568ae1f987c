const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  php: 'text/html',
  aspx: 'text/html',
  jsp: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
}

/** Media type a server would give for a path; HTML for a path without extension, `null` for an extension we do not know. */
export function mediaTypeOf(path: string): string | null {
  const file =
    path
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  if (!file.includes('.')) return 'text/html'
  return mediaTypes[file.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
