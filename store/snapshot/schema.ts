/** Names the layout below; raised with every change of it. Snapshots are never migrated. */
export const snapshotVersion = 5

export const snapshotSchema = `
CREATE TABLE run (id INTEGER PRIMARY KEY CHECK (id = 1), content TEXT NOT NULL);
CREATE TABLE assignment (id INTEGER PRIMARY KEY CHECK (id = 1), content TEXT NOT NULL);
CREATE TABLE ledger (id INTEGER PRIMARY KEY CHECK (id = 1), content TEXT NOT NULL);
CREATE TABLE hop (url TEXT NOT NULL, reason TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (url, reason)) WITHOUT ROWID;
CREATE TABLE hastyDocument (resourceId INTEGER PRIMARY KEY);
CREATE TABLE browserRound (number INTEGER PRIMARY KEY, lastPageId INTEGER NOT NULL, outcome TEXT);
CREATE TABLE url (
  id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, state TEXT NOT NULL, reason TEXT, foundBy TEXT NOT NULL,
  hops INTEGER NOT NULL, priority INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, sameAs TEXT,
  isFirst INTEGER NOT NULL DEFAULT 0, isCounted INTEGER NOT NULL DEFAULT 0, isSiteMap INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX url_queue ON url (priority, id) WHERE state = 'queued';
CREATE INDEX url_sameAs ON url (sameAs) WHERE sameAs IS NOT NULL;
CREATE TABLE body (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, coding TEXT NOT NULL, bytes INTEGER NOT NULL, stored BLOB NOT NULL);
CREATE TABLE resource (
  id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, finalUrl TEXT NOT NULL, redirects TEXT NOT NULL, via TEXT NOT NULL,
  fetchedAt TEXT NOT NULL, durationMs REAL NOT NULL, tls TEXT, kind TEXT NOT NULL, status INTEGER, headers TEXT,
  mediaType TEXT, charset TEXT, body TEXT, bodyBytes INTEGER, truncated INTEGER, code TEXT, detail TEXT
);
CREATE INDEX resource_finalUrl ON resource (finalUrl);
CREATE TABLE confirmation (
  resourceId INTEGER PRIMARY KEY REFERENCES resource, askedAt TEXT NOT NULL, kind TEXT NOT NULL, status INTEGER, code TEXT,
  finalUrl TEXT, body TEXT
);
CREATE TABLE secondLook (
  resourceId INTEGER PRIMARY KEY REFERENCES resource, askedAt TEXT NOT NULL, status INTEGER, title TEXT, textLength INTEGER NOT NULL,
  sight TEXT NOT NULL
);
CREATE TABLE leftLink (url TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE probe (directory TEXT PRIMARY KEY, resourceId INTEGER NOT NULL REFERENCES resource) WITHOUT ROWID;
CREATE TABLE answerText (
  body TEXT PRIMARY KEY, encoding TEXT NOT NULL, title TEXT, headings TEXT NOT NULL, mainText TEXT NOT NULL,
  textLength INTEGER NOT NULL, asksForPassword INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE page (
  id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, resourceId INTEGER NOT NULL REFERENCES resource, body TEXT NOT NULL,
  encoding TEXT NOT NULL, title TEXT, language TEXT, mainText TEXT NOT NULL, textLength INTEGER NOT NULL,
  isShell INTEGER NOT NULL, refreshUrl TEXT, renderedBody TEXT, depthHops INTEGER, templateId TEXT NOT NULL, foundByLinkId INTEGER
);
CREATE TABLE pageSurface (pageId INTEGER PRIMARY KEY REFERENCES page, features TEXT NOT NULL);
CREATE TABLE reference (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, href TEXT NOT NULL, url TEXT, target TEXT, text TEXT NOT NULL, selector TEXT NOT NULL,
  region TEXT NOT NULL, isInternal INTEGER NOT NULL, targetId INTEGER REFERENCES resource
);
CREATE TABLE linkPlace (
  id INTEGER PRIMARY KEY, pageId INTEGER NOT NULL REFERENCES page, referenceId INTEGER NOT NULL REFERENCES reference,
  start INTEGER NOT NULL, end INTEGER NOT NULL
);
CREATE VIEW link AS
  SELECT linkPlace.id, pageId, kind, href, url, target, text, selector, region, start, end, isInternal, targetId
  FROM linkPlace JOIN reference ON reference.id = linkPlace.referenceId;
CREATE TABLE metaTag (pageId INTEGER NOT NULL REFERENCES page, name TEXT NOT NULL, content TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL);
CREATE TABLE heading (pageId INTEGER NOT NULL REFERENCES page, level INTEGER NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL);
CREATE TABLE pageDate (
  pageId INTEGER NOT NULL REFERENCES page, text TEXT NOT NULL, date TEXT NOT NULL, label TEXT, region TEXT NOT NULL, start INTEGER NOT NULL
);
CREATE TABLE form (
  id INTEGER PRIMARY KEY, pageId INTEGER NOT NULL REFERENCES page, action TEXT, method TEXT NOT NULL, region TEXT NOT NULL,
  selector TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, controls TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX form_page ON form (pageId);
CREATE TABLE pageResource (
  pageId INTEGER NOT NULL REFERENCES page, resourceId INTEGER NOT NULL REFERENCES resource, kind TEXT NOT NULL,
  PRIMARY KEY (pageId, resourceId, kind)
) WITHOUT ROWID;
CREATE TABLE styleReference (
  resourceId INTEGER NOT NULL REFERENCES resource, start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL, href TEXT NOT NULL,
  target TEXT NOT NULL, PRIMARY KEY (resourceId, start)
) WITHOUT ROWID;
CREATE INDEX styleReference_target ON styleReference (target);
CREATE TABLE documentFile (
  id INTEGER PRIMARY KEY, resourceId INTEGER NOT NULL UNIQUE REFERENCES resource, named TEXT, served TEXT, detected TEXT,
  claims TEXT NOT NULL, fileName TEXT NOT NULL, facts TEXT NOT NULL
);
CREATE TABLE artifact (
  id INTEGER PRIMARY KEY, pageId INTEGER NOT NULL REFERENCES page, name TEXT NOT NULL, observerVersion INTEGER NOT NULL, body TEXT NOT NULL,
  UNIQUE (pageId, name)
);
PRAGMA user_version = ${snapshotVersion};
`

/** Made when the pages are written that a crawl finds first: kept up meanwhile, they would cost more than all the rest of writing a page. */
export const pageIndexes = `
CREATE INDEX IF NOT EXISTS linkPlace_page ON linkPlace (pageId);
CREATE INDEX IF NOT EXISTS linkPlace_reference ON linkPlace (referenceId);
CREATE INDEX IF NOT EXISTS reference_target ON reference (target);
CREATE INDEX IF NOT EXISTS metaTag_page ON metaTag (pageId);
CREATE INDEX IF NOT EXISTS heading_page ON heading (pageId);
CREATE INDEX IF NOT EXISTS pageDate_page ON pageDate (pageId);
`
