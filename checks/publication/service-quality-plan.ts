import { type CheckContext, defineCheck } from '../check.ts'
import { yearOf } from './find-paper.ts'
import { judgePaper, paperMessages } from './judge-paper.ts'

/** Is this year's 提升服務品質執行計畫 on the site? Sources: 002:45 (site and counter), 000:286, 001:231 (site or counter). */
export default defineCheck({
  id: 'publication/service-quality-plan',
  version: 4,
  question: '當年度提升服務品質執行計畫是否公布於機關網站？',
  needs: [],
  measures: { published: { title: '當年度提升服務品質執行計畫', unit: 'document' } },
  messages: paperMessages,
  run(snapshot, { terms }: CheckContext) {
    return judgePaper(snapshot, {
      kind: 'plan',
      terms,
      years: [yearOf(snapshot)],
      question: '當年度計畫是否公布於服務場所？請機關提供佐證。',
    })
  },
})
