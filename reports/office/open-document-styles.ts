import type { FontSetting, Look } from './office-document.ts'
import { xmlText } from './xml.ts'

const language = 'fo:language="zh" fo:country="TW" style:language-asian="zh" style:country-asian="TW"'

/** Page margins in millimetres. */
export const marginMm = 20

/** A4 in millimetres. */
export function pageMm(isLandscape: boolean): { width: number; height: number } {
  return isLandscape ? { width: 297, height: 210 } : { width: 210, height: 297 }
}

/** The font by the name officials know, with what other systems call it. */
export function fontFace({ name }: FontSetting): string {
  const families = `&apos;${xmlText(name)}&apos;, &apos;DFKai-SB&apos;, &apos;BiauKai&apos;, &apos;TW-Kai&apos;`
  return `<style:font-face style:name="${xmlText(name)}" svg:font-family="${families}"/>`
}

/** Text properties in both scripts, so that Latin letters and Chinese characters look alike. */
export function textProperties({ name }: FontSetting, sizePt: number, isBold: boolean): string {
  const weight = isBold ? 'bold' : 'normal'
  const font = `style:font-name="${xmlText(name)}" style:font-name-asian="${xmlText(name)}"`
  const size = `fo:font-size="${sizePt}pt" style:font-size-asian="${sizePt}pt"`
  return `<style:text-properties ${font} ${size} fo:font-weight="${weight}" style:font-weight-asian="${weight}" ${language}/>`
}

const looks: Readonly<Record<Look, { scale: number; isBold: boolean; paragraph: string }>> = {
  title: { scale: 1.15, isBold: true, paragraph: 'fo:text-align="center" fo:margin-bottom="3mm"' },
  heading: {
    scale: 1,
    isBold: true,
    paragraph: 'fo:text-align="start" fo:margin-top="3mm" fo:keep-with-next="always"',
  },
  body: { scale: 1, isBold: false, paragraph: 'fo:text-align="start"' },
  note: { scale: 0.85, isBold: false, paragraph: 'fo:text-align="start"' },
  clause: { scale: 1, isBold: false, paragraph: 'fo:text-align="start" fo:margin-left="8mm" fo:text-indent="-8mm"' },
}

/** Size and weight of a look. */
export function lookOf(look: Look, { sizePt }: FontSetting): { sizePt: number; isBold: boolean } {
  const { scale, isBold } = looks[look]
  return { sizePt: Math.round(sizePt * scale), isBold }
}

/** The paragraph styles of a text document, one a look. */
export function paragraphStyles(font: FontSetting): string {
  const height = font.lineHeightPt === null ? '' : ` fo:line-height="${font.lineHeightPt}pt"`
  return (Object.keys(looks) as Look[])
    .map((look) => {
      const { sizePt, isBold } = lookOf(look, font)
      const exact = look === 'title' ? '' : height
      return `<style:style style:name="${look}" style:family="paragraph"><style:paragraph-properties ${looks[look].paragraph}${exact}/>${textProperties(font, sizePt, isBold)}</style:style>`
    })
    .join('')
}

/** The style of the page number at the foot. */
export function footerStyle(font: FontSetting): string {
  return `<style:style style:name="footer" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>${textProperties(font, 10, false)}</style:style>`
}

/** One page layout and its master, with a footer. */
export function masterStyles(isLandscape: boolean, footer: string): string {
  const { width, height } = pageMm(isLandscape)
  const page = `fo:page-width="${width}mm" fo:page-height="${height}mm" style:print-orientation="${isLandscape ? 'landscape' : 'portrait'}" fo:margin="${marginMm}mm"`
  return `<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties ${page}/><style:footer-style><style:header-footer-properties fo:min-height="8mm"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:footer>${footer}</style:footer></style:master-page></office:master-styles>`
}

/** 「第○頁，共○頁」. */
export const pageNumber =
  '<text:p text:style-name="footer">第<text:page-number>1</text:page-number>頁，共<text:page-count>1</text:page-count>頁</text:p>'

/** Cells of a table: border, padding, and a ground for heads. */
export function cellStyle(name: string, isHead: boolean, isCentred: boolean, more = ''): string {
  const ground = isHead ? ' fo:background-color="#e8eef3"' : ''
  const align = isHead || isCentred ? 'center' : 'start'
  return `<style:style style:name="${name}" style:family="table-cell"${more}><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="1mm" style:vertical-align="${isHead || isCentred ? 'middle' : 'top'}"${ground} fo:wrap-option="wrap"/><style:paragraph-properties fo:text-align="${align}"/></style:style>`
}
