import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { PdfFacts } from '../../store/model/document-file.ts'
import { leavesOutPicture } from './pdf-engine.ts'

/** So many pages tell what a file is made of. */
const mostExamined = 50
/** After so long no further page is begun: what is known then is told. */
const patienceMs = 8_000
const mostLinks = 500
/** A page number or a stamp over a scanned page is no text layer. */
const fewCharacters = 10

type PageFacts = Pick<PdfFacts, 'pages' | 'examinedPages' | 'textPages' | 'scannedPages' | 'characters' | 'links'>

/** Reads pages all over a file: their text, their links, and of those without text whether they show a picture. */
export async function readPages(file: PDFDocumentProxy): Promise<PageFacts> {
  const deadline = performance.now() + patienceMs
  const facts = { pages: file.numPages, examinedPages: 0, textPages: 0, scannedPages: 0, characters: 0 }
  const links = new Set<string>()
  for (const number of spread(file.numPages)) {
    if (performance.now() > deadline) break
    const page = await file.getPage(number).catch(unreadable)
    if (page === null) continue
    await collectLinks(page, links)
    const seen = await lookAt(page)
    page.cleanup()
    if (seen === null) continue
    facts.examinedPages += 1
    facts.characters += seen.characters
    if (seen.characters > 0) facts.textPages += 1
    if (seen.isScan) facts.scannedPages += 1
  }
  return { ...facts, links: [...links] }
}

async function lookAt(page: PDFPageProxy): Promise<{ characters: number; isScan: boolean } | null> {
  const characters = await charactersOn(page)
  if (characters === null) return null
  const isScan = characters < fewCharacters && (await leavesOutPicture(() => page.getOperatorList().catch(unreadable)))
  return { characters, isScan }
}

/** All page numbers of a short file, else some at even distances, the first and the last among them. */
export function spread(pages: number): number[] {
  if (pages <= mostExamined) return Array.from({ length: Math.max(0, pages) }, (_, index) => index + 1)
  const step = (pages - 1) / (mostExamined - 1)
  return Array.from({ length: mostExamined }, (_, index) => Math.round(index * step) + 1)
}

async function charactersOn(page: PDFPageProxy): Promise<number | null> {
  const content = await page.getTextContent().catch(unreadable)
  if (content === null) return null
  return content.items.reduce((sum, item) => sum + ('str' in item ? item.str.replace(/[\s\0]+/g, '').length : 0), 0)
}

async function collectLinks(page: PDFPageProxy, links: Set<string>): Promise<void> {
  const annotations: { subtype?: unknown; url?: unknown; unsafeUrl?: unknown }[] =
    (await page.getAnnotations().catch(unreadable)) ?? []
  for (const { subtype, url, unsafeUrl } of annotations) {
    const address = typeof url === 'string' ? url : unsafeUrl
    if (links.size >= mostLinks) return
    if (subtype === 'Link' && typeof address === 'string' && address.length <= 2000) links.add(address)
  }
}

/** A page the engine cannot read is not examined. */
function unreadable(error: unknown): null {
  if (error instanceof Error) return null
  throw error
}
