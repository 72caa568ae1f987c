import { expect, it } from 'vitest'
import check from '../../../checks/accessibility/reflow.ts'
import type { ReflowArtifact, ReflowView } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'

const page = '<main><h1>標題</h1><p>內容</main>'
const wide = [{ selector: 'main > p', width: 900, isTwoDimensional: false }]
const table = [{ selector: 'main > table', width: 900, isTwoDimensional: true }]
const cut = [{ selector: 'main > div', text: '文字' }]

type Changes = Partial<ReflowView> & Partial<ReflowArtifact>

function measured({ scrollWidth = 320, wide = [], cut = [], ...changes }: Changes = {}): ReflowArtifact {
  const views = [{ windowWidth: 320, scrollWidth, wide, cut }]
  return { status: 'measured', detail: null, isStable: true, views, ...changes }
}

function audit(reflow: Record<string, ReflowArtifact>, more: Record<string, string> = {}) {
  const files = Object.fromEntries(Object.keys(reflow).map((path) => [path, page]))
  const artifacts = Object.fromEntries(Object.entries(reflow).map(([path, one]) => [path, { reflow: one }]))
  return checkSite(check, { '/': page, ...files, ...more }, { artifacts })
}

it('a page that fits has no fault', async () => {
  const { numbers, findings } = await audit({ '/': measured({ scrollWidth: 321 }) })
  expect(numbers).toEqual({ pages: [1, 0, 1] })
  expect(findings).toEqual([])
})

it('pages of one template that scroll sideways are one finding, and those alike are inferred', async () => {
  const scrolling = measured({ scrollWidth: 900, wide: [...wide, ...table] })
  const { numbers, findings } = await audit({ '/': scrolling, '/a': scrolling }, { '/b': page })
  expect(numbers).toEqual({ pages: [0, 0, 2] })
  expect(findings).toMatchObject([
    {
      messageId: 'scrolls',
      verdict: 'violates',
      pages: 2,
      inferredPages: 1,
      values: { width: 900, selector: 'main > p', count: 1 },
    },
  ])
})

it.each([
  ['a table alone', { scrollWidth: 900, wide: table }, 'plane'],
  ['nothing that could be read or used', { scrollWidth: 900 }, 'hollow'],
  ['a page that still moves', { scrollWidth: 900, wide, isStable: false }, 'restless'],
  ['text that is cut off', { cut }, 'cut'],
  ['a page that failed', { status: 'failed' as const, detail: 'time-limit' }, 'not-measured'],
])('%s is a question', async (_, changes, messageId) => {
  const { numbers, outcomes } = await audit({ '/': measured(), '/a': measured(changes) })
  expect(numbers).toEqual({ pages: [1, 1, 2] })
  expect(outcomes).toEqual([[messageId, 'needs-review']])
})

it('a page that shows nothing is unknown, and told elsewhere', async () => {
  const empty = measured({ status: 'not-rendered', detail: 'too-little-text' })
  const { numbers, findings } = await audit({ '/': measured(), '/a': empty })
  expect([numbers['pages'], findings]).toEqual([[1, 1, 2], []])
})

it('when no page was measured nothing is known', async () => {
  const failed = measured({ status: 'failed', detail: 'time-limit' })
  expect(await audit({ '/': failed })).toMatchObject({ status: 'undetermined', findings: [{ pages: 1 }] })
  expect(await audit({})).toMatchObject({ status: 'undetermined' })
})
