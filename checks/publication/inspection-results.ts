import { type CheckContext, defineCheck } from '../check.ts'
import { yearOf } from './find-paper.ts'
import { judgePaper, paperMessages } from './judge-paper.ts'

/** Are the results of inspections without notice on the site of the agency that inspected? Source: 002:61 (本署 alone). */
export default defineCheck({
  id: 'publication/inspection-results',
  version: 3,
  question: '提升服務品質之不定期考核結果是否公布於考核機關網站？',
  needs: [],
  measures: { published: { title: '不定期考核結果', unit: 'document' } },
  messages: paperMessages,
  run(snapshot, { terms }: CheckContext) {
    const year = yearOf(snapshot)
    return judgePaper(snapshot, {
      kind: 'inspection',
      terms,
      // What was inspected this year may still be written up.
      years: [year, year - 1],
      question: '此為考核機關之責；本機關是否對所屬機關辦理不定期考核？結果公布於何處？請機關提供佐證。',
    })
  },
})
