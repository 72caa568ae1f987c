import { expect, it } from 'vitest'
import check from '../../../checks/accessibility/keyboard.ts'
import type { KeyboardArtifact, KeyboardStop } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'

const page = '<main><h1>標題</h1><p>內容</main>'

function stop(changes: Partial<KeyboardStop> = {}): KeyboardStop {
  return { selector: 'nav > a', tag: 'a', name: '最新消息', isVisible: true, indicator: 'seen', ...changes }
}

function walked(changes: Partial<KeyboardArtifact> = {}): KeyboardArtifact {
  const rest = { jumps: [], accessKeys: [] }
  return { status: 'walked', detail: null, isStable: true, end: 'complete', stops: [stop()], ...rest, ...changes }
}

function audit(...keyboards: KeyboardArtifact[]) {
  const paths = keyboards.map((_, index) => (index === 0 ? '/' : `/${index}`))
  const files = Object.fromEntries(['/', ...paths].map((path) => [path, page]))
  const artifacts = Object.fromEntries(keyboards.map((keyboard, index) => [paths[index] ?? '/', { keyboard }]))
  return checkSite(check, files, { artifacts })
}

it('a page that Tab walks through, seen at every stop, has no fault', async () => {
  const { numbers, findings } = await audit(walked())
  expect(numbers).toEqual({ traps: [0, 0, 1], withoutIndicator: [0, 0, null] })
  expect(findings).toEqual([])
})

it('an element that nothing leaves is a trap, a round through part of the page a question', async () => {
  const stuck = await audit(walked({ end: 'stuck', stops: [stop(), stop({ selector: 'input', name: '' })] }))
  expect(stuck.numbers['traps']).toEqual([1, 0, 1])
  expect(stuck.findings).toMatchObject([
    { messageId: 'trap', verdict: 'violates', values: { selector: 'input', name: '無文字' } },
  ])
  expect(stuck.findings[0]?.evidence).toMatchObject([{ kind: 'artifact', pointer: '/stops/1' }])
  const loop = await audit(walked({ end: 'loop' }))
  expect([loop.numbers['traps'], loop.outcomes]).toEqual([[0, 1, 1], [['loop', 'needs-review']]])
})

it('alike elements of which one is proven to look the same are one violation, with all of them', async () => {
  const alike = [stop({ indicator: 'none' }), stop({ indicator: 'unsure' }), stop({ indicator: 'seen' })]
  const other = stop({ selector: 'footer > a', indicator: 'unsure' })
  const { numbers, findings } = await audit(walked({ stops: [...alike, other] }))
  expect(numbers['withoutIndicator']).toEqual([1, 1, null])
  expect(findings.map(({ messageId, verdict, values }) => [messageId, verdict, values['count']]).sort()).toEqual([
    ['no-indicator', 'violates', 2],
    ['unsure', 'needs-review', 1],
  ])
})

it('stops nobody sees are a question, and none accuses for its look', async () => {
  const { outcomes } = await audit(walked({ stops: [stop({ isVisible: false, indicator: 'unsure' })] }))
  expect(outcomes).toEqual([['unseen', 'needs-review']])
})

it('a page without a stop is a question', async () => {
  expect((await audit(walked({ stops: [] }))).outcomes).toEqual([['no-stops', 'needs-review']])
})

it('a page that could not be walked is unknown, and when none could be nothing is known', async () => {
  const failed = walked({ status: 'failed', detail: 'navigated-away', stops: [] })
  const { numbers, outcomes } = await audit(walked(), failed)
  expect(numbers).toEqual({ traps: [0, 1, 2], withoutIndicator: [0, 1, null] })
  expect(outcomes).toEqual([['not-walked', 'needs-review']])
  expect(await audit(failed)).toMatchObject({ status: 'undetermined', findings: [{ messageId: 'not-walked' }] })
  expect(await audit()).toMatchObject({ status: 'undetermined' })
})
