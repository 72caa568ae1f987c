import type { Link } from '../../store/model/link.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne, elementEvidence } from '../element-evidence.ts'
import { matchesAny, normaliseLabel } from '../labels.ts'
import { findTwins } from './find-twins.ts'
import { judgeMember } from './judge-document.ts'
import { nameInText } from './link-words.ts'
import { collectDocuments } from './offered-document.ts'

type DocumentTerms = Terms['documents']

/** A document that is offered as a picture. */
interface Picture {
  address: string
  /** The link itself calls it a scan. */
  isScan: boolean
  name: string
  format: string
  links: readonly Link[]
}

/** Do final documents come as PDF? Source: 000:149, facts 5. */
export default defineCheck({
  id: 'documents/final-as-pdf',
  version: 2,
  question: '非可編輯文件是否採用PDF格式？',
  needs: [],
  measures: { pdf: { title: '採PDF格式之非可編輯文件', unit: 'file' } },
  messages: {
    'scanned-picture': '「{name}」為文件之掃描圖檔（{format}），未採 PDF 格式。',
    picture: '「{name}」以圖檔（{format}）提供；如為文件，請改採具文字屬性之 PDF。',
  },
  run(snapshot, { terms }) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核文件。' }
    const members = findTwins(snapshot, collectDocuments(snapshot)).map((group) => group.map(pdfState))
    const value = members.filter((states) => states.includes('pdf')).length
    const unread = members.filter((states) => !states.includes('pdf') && states.includes('unread')).length
    const pictures = picturesOf(snapshot, terms.documents)
    const scans = pictures.filter(({ isScan }) => isScan).length
    const unknown = unread + pictures.length - scans
    const outOf = value + unknown + scans
    if (outOf === 0) return { status: 'not-applicable', reason: '本次查核範圍內未見非可編輯文件。' }
    return {
      status: 'done',
      measures: { pdf: { value, unknown, outOf } },
      findings: pictures.map((picture) => findingOf(snapshot, picture)),
    }
  },
})

/** `unread`: called PDF, and what came, if anything, could not be read. */
function pdfState(document: Parameters<typeof judgeMember>[0]): 'pdf' | 'unread' | 'other' {
  const { file, promised } = document
  if (file?.detected === 'pdf') return file.facts.isReadable === true ? 'pdf' : 'unread'
  return file === null && promised === 'pdf' && judgeMember(document) === 'final' ? 'unread' : 'other'
}

const pictureEnd = /\.(jpe?g|png|gif|tiff?|bmp|webp)$/i

function picturesOf(snapshot: Snapshot, words: DocumentTerms): Picture[] {
  const pictures = new Map<string, Picture & { links: Link[] }>()
  for (const link of snapshot.pages().flatMap(({ id }) => pictureLinks(snapshot, id, words))) {
    const address = link.target ?? ''
    const known = pictures.get(address)
    if (known !== undefined) known.links.push(link)
    else pictures.set(address, pictureAt(link, address, matchesAny(normaliseLabel(link.text), words.scanLabels)))
  }
  return [...pictures.values()].sort((a, b) => (a.address < b.address ? -1 : 1))
}

/** Links of the content whose text speaks of a document and that lead to a picture; none whose name a document beside it bears. */
function pictureLinks(snapshot: Snapshot, pageId: number, words: DocumentTerms): Link[] {
  const links = snapshot.linksOf(pageId).filter(({ kind, isInternal }) => kind === 'hyperlink' && isInternal)
  const [pictures, others] = [links.filter(isPicture), links.filter((link) => !isPicture(link))]
  if (pictures.length === 0) return []
  const documents = new Set(others.map(({ text }) => nameInText(text)))
  return pictures.filter(
    (link) =>
      isFinalLabel(normaliseLabel(link.text), words) &&
      !documents.has(nameInText(link.text)) &&
      isShown(snapshot, link),
  )
}

function isFinalLabel(label: string, { finalLabels, notFinal }: DocumentTerms): boolean {
  return matchesAny(label, finalLabels) && !matchesAny(label, notFinal)
}

/** What was not asked for, is gone or is no picture proves nothing. */
function isShown(snapshot: Snapshot, { target }: Link): boolean {
  const outcome = snapshot.resourceAt(target ?? '')?.outcome
  if (outcome?.kind !== 'response' || outcome.status >= 300) return false
  return outcome.bodyBytes > 0 && outcome.mediaType?.startsWith('image/') === true
}

function isPicture({ target, region }: Link): boolean {
  return region !== 'nav' && region !== 'footer' && pictureEnd.test(URL.parse(target ?? '')?.pathname ?? '')
}

function pictureAt(link: Link, address: string, isScan: boolean): Picture & { links: Link[] } {
  const format = pictureEnd.exec(URL.parse(address)?.pathname ?? '')?.[1]?.toUpperCase() ?? ''
  return { address, isScan, name: nameInText(link.text), format, links: [link] }
}

function findingOf(snapshot: Snapshot, picture: Picture): DraftFinding<'picture' | 'scanned-picture'> {
  const { address, isScan, name, format, links } = picture
  const pages = new Set(links.map(({ pageId }) => pageId)).size
  const evidence = atLeastOne(links.slice(0, 2).map((link) => elementEvidence(snapshot, link)))
  const verdict = isScan ? 'violates' : 'needs-review'
  const messageId = isScan ? 'scanned-picture' : 'picture'
  return { key: [address], messageId, values: { name, format }, verdict, url: address, pages, evidence }
}
