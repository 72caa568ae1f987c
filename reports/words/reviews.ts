import { numberText } from '../../store/model/number-text.ts'
import type { AppliedReview, Decision } from '../../store/model/review.ts'
import { type Label, reachedLabels, verdicts } from './labels.ts'
import { taipeiTime } from './taipei-time.ts'

/** What a person decided, as in 「得分38分」 or 「配分 badge：10分」. */
export function decisionText(decision: Decision): string {
  switch (decision.kind) {
    case 'finding':
      return verdicts[decision.verdict].text
    case 'points':
      return `得分${numberText(decision.points)}分`
    case 'part':
      return `配分 ${decision.part}：${numberText(decision.points)}分`
    case 'reached':
      return reachedLabels[decision.reached].text
    case 'item':
      return `檢核事項 ${decision.item}：${decision.isMet ? '符合' : '不符合'}`
    case 'question':
      return `${decision.question}　${decision.answer ? '是' : '否'}`
  }
}

/** What a decision is about: the number of a finding, or scheme and criterion. */
export function subjectText(decision: Decision): string {
  return decision.kind === 'finding' ? decision.finding : `${decision.scheme}/${decision.criterion}`
}

/** Whether a review counts. */
export function reviewState({ isStale }: AppliedReview): Label {
  return isStale ? { text: '佐證已變動，未採計', tone: 'warn' } : { text: '已採計', tone: 'good' }
}

/** As in 「王小明，民國115年11月27日 10:30：已逐頁確認」. */
export function reviewerText({ reviewer, reviewedAt, reason }: AppliedReview): string {
  return `${reviewer}，${taipeiTime(reviewedAt)}：${reason}`
}
