import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseReviews, readReviews } from '../../config/read-reviews.ts'
import { readSchemes } from '../../config/read-scheme.ts'
import { ExpectedError } from '../../store/model/expected-error.ts'

const now = new Date('2026-11-27T04:00:00Z')
const schemes = readSchemes().map(({ scheme }) => scheme)
const print = '0123456789abcdef'

/** One entry from what it is about and says, with other lines in the place of some of its own. */
function entry(said: Readonly<Record<string, string>>): string {
  const all = {
    ...said,
    evidence: said['evidence'] ?? `"${print}"`,
    reviewer: said['reviewer'] ?? '王小明',
    reviewedAt: said['reviewedAt'] ?? '2026-11-27 10:30',
    reason: said['reason'] ?? '已逐頁確認',
  }
  const lines = Object.entries(all).filter(([, value]) => value !== '')
  return lines.map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`).join('')
}

function parse(...entries: string[]) {
  return parseReviews(`reviews:\n${entries.join('')}`, 'wra.yaml', now, schemes)
}

const finding = { finding: `"${print}"`, verdict: 'conforms' }
const points = { criterion: 'wra-105/search-service', points: '38' }
const place = { scheme: 'wra-105', criterion: 'search-service' }

it.each([
  ['a finding', finding, { kind: 'finding', finding: print, verdict: 'conforms' }],
  ['a criterion with points', points, { ...place, kind: 'points', points: 38 }],
  ['a part', { ...points, part: 'badge', points: '10' }, { ...place, kind: 'part', part: 'badge', points: 10 }],
  [
    'a criterion of a checklist',
    { criterion: 'leap-106/procedures', verdict: 'partly' },
    { scheme: 'leap-106', criterion: 'procedures', kind: 'reached', reached: 'partly' },
  ],
  [
    'an item of a checklist',
    { criterion: 'campus-plan/content-correctness', item: 'policy', verdict: 'met' },
    { scheme: 'campus-plan', criterion: 'content-correctness', kind: 'item', item: 'policy', isMet: true },
  ],
  [
    'a question',
    { criterion: 'wra-105/participation', question: '未見公開回應紀錄，請機關提供佐證。', answer: 'true' },
    {
      scheme: 'wra-105',
      criterion: 'participation',
      kind: 'question',
      question: '未見公開回應紀錄，請機關提供佐證。',
      answer: true,
    },
  ],
] as const)('a review may decide on %s', (_, said, decision) => {
  const read = parse(entry(said))
  expect(read).toMatchObject([{ decision, evidence: print, reviewer: '王小明', reason: '已逐頁確認' }])
  expect(read[0]?.reviewedAt).toBe('2026-11-27T02:30:00.000Z')
})

it.each([
  ['an unknown key', { ...finding, colour: 'red' }, /第 4 行 reviews\[0\]\.colour：不認得的欄位/],
  ['neither finding nor criterion', { verdict: 'conforms' }, /finding 或 criterion 其中之一/],
  ['both', { ...finding, criterion: 'wra-105/search-service' }, /只能擇一/],
  ['a finding without a verdict', { finding: `"${print}"` }, /須載明 verdict：conforms 或 violates/],
  ['a finding that is met', { ...finding, verdict: 'met' }, /第 3 行.*conforms 或 violates/],
  ['a finding with points', { ...finding, points: '3' }, /points：與本筆其他欄位不能並列/],
  ['an unknown scheme', { criterion: 'wra-104/search-service', points: '3' }, /沒有評分方案「wra-104」/],
  ['an unknown criterion', { criterion: 'wra-105/none', points: '3' }, /沒有項目「none」/],
  ['no points', { criterion: 'wra-105/search-service' }, /須載明 points/],
  ['more points than there are', { ...points, points: '51' }, /第 3 行.*得分 51 超過滿分 50 分/],
  ['points below zero', { ...points, points: '-1' }, /points/],
  ['an unknown part', { ...points, part: 'none' }, /沒有配分「none」/],
  ['more points than a part has', { ...points, part: 'badge', points: '11' }, /超過滿分 10 分/],
  ['an unknown item', { criterion: 'campus-plan/content-correctness', item: 'x', verdict: 'met' }, /檢核事項「x」/],
  ['points on a checklist', { criterion: 'campus-plan/content-correctness', points: '3' }, /須載明 verdict/],
  ['a question nobody asks', { criterion: 'wra-105/participation', question: '為何？', answer: 'true' }, /待釐清事項/],
  ['evidence that is no fingerprint', { ...finding, evidence: 'abc' }, /16位佐證碼/],
  ['nobody who reviews', { ...finding, reviewer: "' '" }, /reviewer：不可空白/],
  ['no reason', { ...finding, reason: "''" }, /reason：不可空白/],
  ['a moment still to come', { ...finding, reviewedAt: '2026-11-27 12:01' }, /時間不可晚於現在/],
  ['a day without a time', { ...finding, reviewedAt: '2026-11-27' }, /須為日期及時間/],
  ['a day that is in no calendar', { ...finding, reviewedAt: '2026-02-30 10:00' }, /須為日期及時間/],
])('%s is told in one line with file, line and reason', (_, said, reason) => {
  const message = messageOf(() => parse(entry(said)))
  expect(message).toMatch(/^wra\.yaml/)
  expect(message).toMatch(reason)
  expect(message).not.toContain('\n')
})

function messageOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    expect([error.fault, error.code]).toEqual(['operator', 'reviews/invalid'])
    return error.message
  }
  throw new Error('nothing was thrown')
}

it('entries are added at the end: one that is older than the one before it is refused', () => {
  const [early, late] = ['2026-11-26 10:00', '2026-11-27 10:00'].map((reviewedAt) => entry({ ...finding, reviewedAt }))
  expect(parse(early ?? '', late ?? '')).toHaveLength(2)
  expect(messageOf(() => parse(late ?? '', early ?? ''))).toMatch(/僅得於檔末增列/)
})

it('an agency without a file has no reviews, and a file that is named must be there', () => {
  expect(readReviews('no-such-agency', now)).toEqual([])
  const unreadable = expect.objectContaining({ fault: 'operator', code: 'config/unreadable' })
  expect(() => readReviews('any', now, '/no/such/file.yaml')).toThrow(unreadable)
})

it('whatever the file holds, it is read or refused in one line', () => {
  const junk = fc.oneof(
    fc.string(),
    fc.json(),
    fc.string().map((text) => `reviews:\n  - ${text}`),
  )
  fc.assert(
    fc.property(junk, (text) => {
      try {
        parseReviews(text, 'wra.yaml', now, schemes)
      } catch (error) {
        expect(error).toBeInstanceOf(ExpectedError)
        expect((error as ExpectedError).message).not.toMatch(/\n/)
      }
    }),
    { numRuns: 200 },
  )
})
