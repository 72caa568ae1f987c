import SqliteDatabase from 'better-sqlite3'

const pageUrl = '(SELECT url FROM page WHERE page.id = pageId) AS page'
const resourceUrl = '(SELECT url FROM resource WHERE resource.id = resourceId) AS resource'

/** Every table without row ids, times and the order of answers. */
const queries: Readonly<Record<string, string>> = {
  url: 'SELECT url, state, reason, sameAs, isFirst, isCounted, isSiteMap FROM url',
  body: 'SELECT sha256, bytes FROM body',
  resource: `SELECT url, finalUrl, redirects, via, kind, status, json_remove(headers, '$.date') AS headers, mediaType, charset,
    body, bodyBytes, truncated, code, detail FROM resource`,
  confirmation: `SELECT ${resourceUrl}, kind, status, code, finalUrl, body FROM confirmation`,
  secondLook: `SELECT ${resourceUrl}, status, title, textLength, sight FROM secondLook`,
  leftLink: 'SELECT url, reason FROM leftLink',
  probe: `SELECT directory, ${resourceUrl} FROM probe`,
  answerText: 'SELECT body, encoding, title, headings, mainText, textLength, asksForPassword FROM answerText',
  page: `SELECT url, ${resourceUrl}, body, encoding, title, language, mainText, textLength, isShell, refreshUrl, renderedBody, depthHops,
    templateId, (SELECT (SELECT p.url FROM page p WHERE p.id = link.pageId) || ' ' || start FROM link WHERE link.id = foundByLinkId) AS foundBy FROM page`,
  pageSurface: `SELECT ${pageUrl}, features FROM pageSurface`,
  link: `SELECT ${pageUrl}, kind, href, url, target, text, selector, region, start, end, isInternal,
    (SELECT url FROM resource WHERE resource.id = targetId) AS resource FROM link`,
  metaTag: `SELECT ${pageUrl}, name, content, start, end FROM metaTag`,
  heading: `SELECT ${pageUrl}, level, text, start FROM heading`,
  pageDate: `SELECT ${pageUrl}, text, date, label, region, start FROM pageDate`,
  form: `SELECT ${pageUrl}, action, method, region, selector, start, end, controls, text FROM form`,
  pageResource: `SELECT ${pageUrl}, ${resourceUrl}, kind FROM pageResource`,
  styleReference: `SELECT ${resourceUrl}, start, end, kind, href, target FROM styleReference`,
  documentFile: `SELECT ${resourceUrl}, named, served, detected, claims, fileName, facts FROM documentFile`,
  artifact: `SELECT ${pageUrl}, name, observerVersion, body FROM artifact`,
}

/** What a run keeps only while it is unfinished, and what is its own: nothing to compare. Links are compared whole. */
const ownTables = new Set([
  'run',
  'assignment',
  'ledger',
  'hop',
  'browserRound',
  'hastyDocument',
  'reference',
  'linkPlace',
])

/** The tables of a sealed snapshot as sorted rows: two runs over one site are equal in them. @throws for a table not named here. */
export function canonicalTables(path: string): Record<string, string[]> {
  const database = new SqliteDatabase(path, { readonly: true })
  try {
    const names = database
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
      .pluck()
      .all()
    const compared = names.filter((name) => !ownTables.has(name) && !name.startsWith('sqlite_'))
    return Object.fromEntries(compared.map((name) => [name, rowsOf(database, name)]))
  } finally {
    database.close()
  }
}

function rowsOf(database: SqliteDatabase.Database, name: string): string[] {
  const query = queries[name]
  if (query === undefined) throw new Error(`table ${name} is not compared: name its columns here`)
  return database
    .prepare(query)
    .all()
    .map((row) => JSON.stringify(row))
    .sort()
}
