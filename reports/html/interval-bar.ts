import { numberText } from '../../store/model/number-text.ts'
import type { PointRange } from '../../store/model/score-sheet.ts'
import { estimateText, intervalText } from '../words/numbers.ts'
import { type Html, html } from './markup.ts'

/** A bar from 0 to the highest points with the interval filled and the estimate marked; the same in words for those who do not see it. */
export function intervalBar(points: PointRange, max: number): Html {
  const at = (value: number) => (max === 0 ? 0 : Math.round((10_000 * value) / max) / 100)
  const text = `滿分${numberText(max)}分，區間${intervalText(points)}，推估${estimateText(points)}`
  const width = Math.max(1, at(points.high) - at(points.low))
  const left = Math.min(at(points.low), 99)
  return html`<svg class="bar" role="img" aria-label=${text} viewBox="0 0 100 12" preserveAspectRatio="none">
    <rect class="track" x="0" y="3" width="100" height="6" />
    <rect class="interval" x=${left} y="3" width=${width} height="6" />
    ${points.estimate === null ? null : html`<rect class="estimate" x=${Math.min(at(points.estimate), 98.5)} y="0" width="1.5" height="12" />`}
  </svg>`
}
