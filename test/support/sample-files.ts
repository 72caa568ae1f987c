import { docx as writeDocx, xlsx as writeXlsx } from '../../fixtures/files/office-open-xml.ts'
import { ods as writeOds, odt as writeOdt } from '../../fixtures/files/open-document.ts'
import { pdf as writePdf } from '../../fixtures/files/pdf.ts'

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
