import { readArchive } from './archive-reading.ts'
import { detectFormat } from './detect.ts'
import { type Detection, withFacts } from './detection.ts'
import { readOffice } from './office-reading.ts'
import { readPdf } from './pdf-reading.ts'

/** What a file is, and what it holds: {@link detectFormat}, then a look inside. Never rejects. */
export async function inspectDocument(content: Uint8Array): Promise<Detection> {
  return lookInside(await detectFormat(content), content)
}

/** Adds to what a file is what it holds. Never rejects; hostile files may take it long, or much memory. */
export async function lookInside(detection: Detection, content: Uint8Array): Promise<Detection> {
  const { format, facts } = detection
  if (format === 'pdf') return withPdf(detection, content)
  if (facts.isReadable !== true || !isZip(content)) return detection
  if (format === 'zip') return withFacts(detection, { archive: await readArchive(content) })
  const office = await readOffice(content, facts.isEncrypted === true)
  const isBroken = office.isContentWellFormed === false
  return withFacts(detection, { office, ...(isBroken && { isReadable: false, problem: 'content-malformed' }) })
}

/** A PDF that opens is readable, however its end looks; one that does not is for the engine to say. */
async function withPdf(detection: Detection, content: Uint8Array): Promise<Detection> {
  const { pdf, problem, opens, isEncrypted, formatVersion } = await readPdf(content)
  const { facts } = detection
  return withFacts(detection, {
    pdf,
    // A file that breaks off and does not open is surely broken.
    isReadable: opens ?? (facts.isReadable === false ? false : null),
    isEncrypted: isEncrypted ?? facts.isEncrypted,
    formatVersion: formatVersion ?? facts.formatVersion,
    problem: problem ?? facts.problem,
  })
}

function isZip(content: Uint8Array): boolean {
  return content[0] === 0x50 && content[1] === 0x4b
}
