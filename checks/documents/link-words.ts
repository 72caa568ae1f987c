import type { FileFormat } from '../../store/model/document-file.ts'
import { foldText, normaliseLabel } from '../labels.ts'
import { formatOfText, formatWords, stemOfName } from './document-formats.ts'

const size = /\d[\d,.]*\s*(?:[kmg]b?|bytes?|位元組)(?![a-z])/g
const sayingNothing =
  /^(?:請?(?:點|按)(?:此|選|我)|另存新檔|開啟|檢視|瀏覽|附件|附檔|相關|檔案|文件|圖示|icon|file|下載|download|點擊|\d)*$/

/** What a link says beside the format: compared to find twins. `''` when it says nothing else. */
export function nameInText(text: string): string {
  const folded = foldText(text).toLowerCase().slice(0, 300)
  const bare = normaliseLabel(folded.replace(formatWords, ' ').replace(size, ' ')).replace(/[^\p{L}\p{N}]+/gu, '')
  return sayingNothing.test(bare) ? '' : bare
}

/** The one format the text of a link names, as in 「申請書（ODT）」; `null` when none or several. */
export function formatInText(text: string): FileFormat | null {
  return formatOfText(foldText(text).toLowerCase().slice(0, 300))
}

/** A file name without extension, format words and punctuation: compared to find twins. `null` when it is no document's name. */
export function comparableStem(fileName: string): string | null {
  const stem = stemOfName(fileName.normalize('NFKC').toLowerCase().slice(-300))?.replace(/[^\p{L}\p{N}]+/gu, '')
  return stem?.replace(/(?:odt|ods|odp|odf|pdf|docx?|xlsx?|pptx?)$/, '') || null
}

const separators = /^[\s/|、,;:·・()[\]【】「」<>&+-]*$/

/** True when the markup between two links shows nothing but separators and format words. */
export function isMereSeparation(markup: string): boolean {
  if (markup.length > 2000) return false
  const shown = markup.replace(/<[^<>]*>/g, ' ').replace(/&(?:nbsp|ensp|emsp|#160|#xa0);/gi, ' ')
  const folded = foldText(shown).toLowerCase()
  return separators.test(folded.replace(formatWords, ' ').replace(size, ' '))
}
