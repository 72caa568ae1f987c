import type { AppliedReview } from '../../store/model/review.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { decisionText, reviewerText, reviewState, subjectText } from '../words/reviews.ts'
import { type Html, html } from './markup.ts'
import { badge, code, table } from './pieces.ts'

/** What people decided of one thing, with name, time and reason; `null` when nobody did. */
export function reviewNotes(reviews: readonly AppliedReview[] = []): Html | null {
  if (reviews.length === 0) return null
  return html`<ul class="plain">${reviews.map((review) => {
    return html`<li>人工審認：${decisionText(review.decision)} ${badge(reviewState(review))}<small>${reviewerText(review)}</small></li>`
  })}</ul>`
}

/** All that people decided, also of what this run did not find again; `null` when nobody did. */
export function reviewsSection({ reviews = [] }: RunReport): Html | null {
  if (reviews.length === 0) return null
  const rows = reviews.map((review) => ({
    cells: [
      code(subjectText(review.decision)),
      decisionText(review.decision),
      badge(reviewState(review)),
      reviewerText(review),
    ],
  }))
  return html`<section id="reviews">
    <h2>人工審認紀錄</h2>
    <p class="note">審認所依據之佐證已變動，或所審認之檢測結果本次未見者，僅列出而不採計，請重新審認。</p>
    ${table({ caption: '人工審認紀錄', columns: ['對象', '判定', '採計情形', '審認人、時間及理由'], rows })}
  </section>`
}
