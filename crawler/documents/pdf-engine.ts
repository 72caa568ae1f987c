import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The PDF reader, as its package exports it. */
export type PdfEngine = typeof import('pdfjs-dist')

let engine: Promise<PdfEngine> | undefined

/** The PDF reader, loaded when the first PDF is read. It runs in this thread and draws nothing. */
export function pdfEngine(): Promise<PdfEngine> {
  engine ??= loadEngine()
  return engine
}

/** The engine makes one of these shapes when it is loaded, for drawing: where no canvas is installed, empty ones do. */
async function loadEngine(): Promise<PdfEngine> {
  const shapes = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) shapes[name] ??= class {}
  overhearWarnings()
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

let picturesLeftOut = 0

/** The engine prints its warnings and offers them nowhere else; nobody reads them but {@link leavesOutPicture}. */
function overhearWarnings(): void {
  // biome-ignore lint/suspicious/noConsole: the one place where the engine says that it left out a picture.
  const print = console.warn
  console.warn = (...said: unknown[]) => {
    const [first] = said
    const isEngine = typeof first === 'string' && first.startsWith('Warning: ')
    if (!isEngine) print(...said)
    else if (first.includes('Image exceeded maximum allowed size')) picturesLeftOut += 1
  }
}

/** Whether the engine left out a picture while `work` went on. For one file at a time. */
export async function leavesOutPicture(work: () => Promise<unknown>): Promise<boolean> {
  const before = picturesLeftOut
  await work()
  return picturesLeftOut > before
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** What every PDF is opened with. Character maps are needed for the text of most Chinese files; fonts and pictures for nothing. */
export const engineOptions = {
  cMapUrl: join(packageFolder, 'cmaps/'),
  cMapPacked: true,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isEvalSupported: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  /** In pixels: every picture is left out, with a warning, and none is ever decoded. */
  maxImageSize: 0,
  verbosity: 1,
}
