import { type CheckContext, defineCheck } from '../check.ts'
import { yearOf } from './find-paper.ts'
import { judgePaper, paperMessages } from './judge-paper.ts'

/** Is the yearly report on what was achieved on the site? Source: 002:55 (compiled by 15 January of the next year). */
export default defineCheck({
  id: 'publication/performance-report',
  version: 4,
  question: '提升服務品質之年度執行績效與成果是否登載於機關網站？',
  needs: [],
  measures: { published: { title: '年度執行績效與成果', unit: 'document' } },
  messages: paperMessages,
  run(snapshot, { terms }: CheckContext) {
    const year = yearOf(snapshot)
    return judgePaper(snapshot, {
      kind: 'performanceReport',
      terms,
      // This year's is due next January.
      years: [year - 1, year],
      question: '年度執行績效與成果之登載為彙整機關之責；本機關如須登載，公布於何處？請機關提供佐證。',
    })
  },
})
