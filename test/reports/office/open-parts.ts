import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import type { ReportFile } from '../../../reports/report-file.ts'

/** The parts of a ZIP container as text, by path. */
export function partsOf({ content }: Pick<ReportFile, 'content'>): Map<string, string> {
  if (typeof content === 'string') throw new Error('no container')
  return new Map(Object.entries(unzipSync(content)).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

/** What a strict reader of XML with namespaces has against a text; `null` when nothing. */
export function xmlFault(text: string): string | null {
  const parser = new SaxesParser({ xmlns: true })
  let fault: string | null = null
  parser.on('error', (error) => {
    fault ??= error.message
  })
  parser.write(text).close()
  return fault
}
