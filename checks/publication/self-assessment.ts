import { type CheckContext, defineCheck } from '../check.ts'
import { yearOf } from './find-paper.ts'
import { judgePaper, paperMessages } from './judge-paper.ts'

/** Are the results of the agency's own assessments on the site? Source: 002:54 (both half-years, on the site). */
export default defineCheck({
  id: 'publication/self-assessment',
  version: 5,
  question: '提升服務品質之自行考核結果是否登載於機關網站？',
  needs: [],
  measures: { published: { title: '自行考核結果', unit: 'document' } },
  messages: paperMessages,
  run(snapshot, { terms }: CheckContext) {
    const year = yearOf(snapshot)
    return judgePaper(snapshot, {
      kind: 'selfAssessment',
      terms,
      // The second half-year is assessed when it is over.
      years: [year, year - 1],
      question: '機關之計畫是否規定自行考核結果應登載於網站？上、下半年度結果公布於何處？請機關提供佐證。',
    })
  },
})
