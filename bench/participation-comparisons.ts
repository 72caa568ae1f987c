import type { RunReport } from '../store/model/run-report.ts'
import { type Confusion, count } from './confusion.ts'
import type { Comparison, Judgement, SiteLabels } from './label-comparisons.ts'

type Miss = (text: string) => void

/** Ways to take part, open data and the classes of pages, against the labels. */
export const participationComparisons: readonly Comparison[] = [
  { name: 'participation/channels-offered', compare: compareChannels },
  { name: 'participation/rules-published', compare: compareRules },
  { name: 'participation/replies-shown', compare: compareReplies },
  { name: 'open-data/datasets-offered', compare: compareOpenData },
  { name: 'classification/three-axes-covered: some page', compare: compareClasses },
  { name: 'classification/search-entry: some way', compare: compareSearch },
]

/** Names of the labels, and of the measures. */
const kinds: Readonly<Record<string, string>> = {
  mailbox: 'feedback',
  messageBoard: 'messageBoard',
  discussion: 'forum',
  forum: 'opinionForum',
  vote: 'vote',
  survey: 'survey',
  join: 'join',
  social: 'social',
}

function compareChannels(confusion: Confusion, { site, participation }: SiteLabels, report: RunReport, miss: Miss) {
  for (const [name, kind] of Object.entries(kinds)) {
    const said = saidBy(report, `participation/channels-offered#${kind}`)
    note(confusion, said, truthOf(participation[name], ['present']), `${site}: ${name}`, miss)
  }
}

function compareRules(confusion: Confusion, { site, participation }: SiteLabels, report: RunReport, miss: Miss) {
  const said = saidBy(report, 'participation/rules-published#rules')
  note(confusion, said, truthOf(participation['rules'], ['present']), `${site}: rules`, miss)
}

function compareReplies(confusion: Confusion, { site, participation }: SiteLabels, report: RunReport, miss: Miss) {
  const said = saidBy(report, 'participation/replies-shown#replies')
  note(confusion, said, truthOf(participation['replies'], ['present']), `${site}: replies`, miss)
}

function compareOpenData(confusion: Confusion, { site, openData }: SiteLabels, report: RunReport, miss: Miss) {
  const said = saidBy(report, 'open-data/datasets-offered#offered')
  note(confusion, said, truthOf(openData, ['own-datasets', 'data.gov.tw']), `${site}: open data`, miss)
}

function compareClasses(confusion: Confusion, { site, classification }: SiteLabels, report: RunReport, miss: Miss) {
  const said = saidBy(report, 'classification/three-axes-covered#axes')
  note(confusion, said, classification.withCategory > 0, `${site}: classes`, miss)
}

function compareSearch(confusion: Confusion, { site, search }: SiteLabels, report: RunReport, miss: Miss) {
  const said = saidBy(report, 'classification/search-entry#axes')
  note(confusion, said, truthOf(search.methods.classified, ['present']), `${site}: classified search`, miss)
}

/** `null` where the labels cannot tell, or do not speak of it. */
function truthOf(judgement: Judgement | undefined, present: readonly string[]): boolean | null {
  if (judgement === undefined || judgement.value === 'undetermined') return null
  return present.includes(judgement.value)
}

/** True when something was counted, false when surely nothing is there, `null` when it stands open. */
function saidBy(report: RunReport, ref: string): boolean | null {
  const measure = report.measures[ref]
  if (measure === undefined || measure.value === null) return null
  if (measure.value > 0) return true
  return (measure.unknown ?? 0) > 0 ? null : false
}

function note(confusion: Confusion, said: boolean | null, truth: boolean | null, what: string, miss: Miss) {
  count(confusion, said, truth)
  if (truth !== null && said !== null && said !== truth) miss(`${what} is ${truth}, said ${said}`)
}
