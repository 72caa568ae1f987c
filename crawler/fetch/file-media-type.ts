const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  eot: 'application/vnd.ms-fontobject',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  odg: 'application/vnd.oasis.opendocument.graphics',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  '7z': 'application/x-7z-compressed',
  gz: 'application/gzip',
}

/** Ends of names under which a mirror keeps what a program once answered. */
const dynamic = /\.(aspx?|ashx|php\d?|jsp|jspx|cgi|do|action|cfm|shtml|pl)$/i

/**
 * The media type a web server would give a file by its name, without a charset, so that the page's own declaration decides.
 * A name without a telling end (`News.aspx`, `page.php?id=3`, `about`) is HTML when its `head` looks like HTML.
 */
export function fileMediaType(name: string, head: Uint8Array): string {
  const known = mediaTypes[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
  if (known !== undefined) return known
  const bare = name.replace(/[?@].*$/, '')
  const isOpen = dynamic.test(bare) || !bare.includes('.') || bare !== name
  return isOpen && looksLikeHtml(head) ? 'text/html' : 'application/octet-stream'
}

function looksLikeHtml(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1')
  return /^[^<]{0,512}<(!doctype html|html|head|body|title|meta|script|div|p|h1|table|a|!--)[\s>]/i.test(text)
}
