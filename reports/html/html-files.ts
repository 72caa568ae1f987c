import type { RunReport } from '../../store/model/run-report.ts'
import type { BodyReader } from '../body-reader.ts'
import type { ReportFile } from '../report-file.ts'
import { agencyTitle } from '../words/agency-title.ts'
import { checkPage } from './check-page.ts'
import { type CitedBody, citedBodies } from './cited-bodies.ts'
import { documentsPath, documentsSection, needsDocumentsPage } from './documents-section.ts'
import { evidencePage, isPng } from './evidence-page.ts'
import { pageText } from './layout.ts'
import { linksPath, linksSection, needsLinksPage } from './links-section.ts'
import { type Html, html } from './markup.ts'
import { schemePage } from './scheme-page.ts'
import { bodyPath, planSite, type SitePlan, schemePath } from './site-plan.ts'
import { stylesheet } from './stylesheet.ts'
import { summaryPage } from './summary.ts'

/** The report as pages: a summary, one page a check and a scheme, and one a cited body. No script, nothing from outside. */
export function* htmlFiles(report: RunReport, bodies: BodyReader): Iterable<ReportFile> {
  const plan = planSite(report)
  const pageOf = pageMaker(agencyTitle(report))
  yield { path: 'style.css', mediaType: 'text/css', content: stylesheet }
  yield pageOf('index.html', '自動預評結果', summaryPage(report, plan))
  yield* listPages(report, pageOf)
  for (const page of plan.checkPages) {
    const check = report.checks.find(({ id }) => id === page.checkId)
    if (check !== undefined) yield pageOf(page.path, check.question, checkPage(report, check, page))
  }
  for (const sheet of report.sheets) {
    yield pageOf(schemePath(sheet.schemeId), sheet.title, schemePage(report, sheet, plan))
  }
  for (const cited of citedBodies(report)) yield* evidenceFiles(cited, bodies, plan, pageOf)
}

type PageOf = (path: string, title: string, content: Html) => ReportFile

function pageMaker(agencyName: string): PageOf {
  return (path, title, content) => {
    const root = path.includes('/') ? '../' : ''
    const text = pageText({
      title: `${title}－${agencyName}`,
      root,
      agencyName,
      isSummary: path === 'index.html',
      content,
    })
    return { path, mediaType: 'text/html', content: text }
  }
}

/** The lists that are too long for the summary. */
function* listPages(report: RunReport, pageOf: PageOf): Iterable<ReportFile> {
  const { documents } = report
  if (needsLinksPage(report)) {
    yield pageOf(linksPath, '失效連結', html`<div><h1>失效連結完整清單</h1>${linksSection(report, 'own-page')}</div>`)
  }
  if (needsDocumentsPage(documents)) {
    const list = documentsSection(documents, 'own-page')
    yield pageOf(documentsPath, '文件格式', html`<div><h1>文件格式完整清單</h1>${list}</div>`)
  }
}

function* evidenceFiles(cited: CitedBody, bodies: BodyReader, plan: SitePlan, pageOf: PageOf): Iterable<ReportFile> {
  const body = bodies(cited.sha256)
  if (isPng(body)) yield { path: `evidence/${cited.sha256}.png`, mediaType: 'image/png', content: body.bytes }
  yield pageOf(bodyPath(cited.sha256), `佐證 ${cited.sha256.slice(0, 12)}`, evidencePage(cited, body, plan))
}
