import { docx as writeDocx, xlsx as writeXlsx } from '../../fixtures/files/office-open-xml.ts'
import { ods as writeOds, odt as writeOdt } from '../../fixtures/files/open-document.ts'
import { pdf as writePdf, scannedPdf as writeScannedPdf } from '../../fixtures/files/pdf.ts'
import { png as writePng } from '../../fixtures/files/png.ts'

/** A valid OpenDocument text of one heading. */
export function odt(text = '申請書'): Uint8Array {
  return writeOdt([text])
}

/** A valid OpenDocument spreadsheet of one cell. */
export function ods(text = '統計'): Uint8Array {
  return writeOds([[text]])
}

/** A valid Word document of one line. */
export function docx(text = '申請書'): Uint8Array {
  return writeDocx([text])
}

/** A valid Excel workbook of one cell. */
export function xlsx(text = '統計'): Uint8Array {
  return writeXlsx([[text]])
}

/** A valid PDF of one line. */
export function pdf(text = '公告'): Uint8Array {
  return writePdf([text])
}

/** A PDF of which the first half came. */
export function brokenPdf(text = '公告'): Uint8Array {
  const whole = writePdf([text])
  return whole.subarray(0, Math.floor(whole.byteLength / 2))
}

/** A PDF of pages that are pictures. */
export function scannedPdf(pages = 1): Uint8Array {
  return writeScannedPdf(pages)
}

/** A picture. */
export function png(): Uint8Array {
  return writePng(4, 4, [[255, 255, 255]])
}
