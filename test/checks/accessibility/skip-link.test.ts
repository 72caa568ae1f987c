import { expect, it } from 'vitest'
import check from '../../../checks/accessibility/skip-link.ts'
import type { KeyboardArtifact, KeyboardJump } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'

function jump(changes: Partial<KeyboardJump> = {}): KeyboardJump {
  const where = { fragment: 'main', isOwn: false, isThere: true, isMoving: true }
  return { stop: 0, name: '跳到主要內容區塊', ...where, ...changes }
}

function audit(jumps: readonly KeyboardJump[], changes: Partial<KeyboardArtifact> = {}) {
  const stops = [{ selector: 'a', tag: 'a', name: '', isVisible: true, indicator: 'seen' as const }]
  const keyboard: KeyboardArtifact = {
    ...{ status: 'walked', detail: null, isStable: true, end: 'complete', stops, jumps, accessKeys: [] },
    ...changes,
  }
  return checkSite(check, { '/': '<main><p>內容</main>' }, { artifacts: { '/': { keyboard } } })
}

it.each([
  '跳到主要內容區塊',
  '按Enter到主內容區',
  '跳至內容區',
  '移至主要內容',
  'Skip to main content',
  'SKIP NAVIGATION',
])('%s that moves the focus works', async (name) => {
  const { numbers, outcomes } = await audit([jump({ name })])
  expect(numbers).toEqual({ pages: [1, 0, 1] })
  expect(outcomes).toEqual([['works', 'conforms']])
})

it.each([
  ['no place to go to', { isThere: false, isMoving: null }, 'no-place', 'violates', [0, 0, 1]],
  [
    'no place named, as a script has it',
    { fragment: '', isThere: false, isMoving: null },
    'unknown',
    'needs-review',
    [0, 1, 1],
  ],
  ['no effect', { isMoving: false }, 'stays', 'violates', [0, 0, 1]],
  ['an effect nobody can tell', { isMoving: null }, 'unknown', 'needs-review', [0, 1, 1]],
])('a skip link with %s', async (_, changes, messageId, verdict, pages) => {
  const { numbers, outcomes } = await audit([jump(changes)])
  expect([numbers['pages'], outcomes]).toEqual([pages, [[messageId, verdict]]])
})

it('of several the one that works counts', async () => {
  expect((await audit([jump({ isThere: false, isMoving: null }), jump()])).outcomes).toEqual([['works', 'conforms']])
})

it('one that works and is never seen is a question', async () => {
  const stops = [{ selector: 'a', tag: 'a', name: '', isVisible: false, indicator: 'seen' as const }]
  expect((await audit([jump()], { stops })).outcomes).toEqual([['hidden', 'needs-review']])
})

it.each([
  ['nothing', []],
  ['a guide brick that leads to itself', [jump({ isOwn: true, isMoving: null })]],
  ['a link to the top', [jump({ name: '回頁首' })]],
  ['an entry of a menu', [jump({ name: '主要內容提供者名單' })]],
])('%s is no skip link, which is a question', async (_, jumps) => {
  expect((await audit(jumps)).outcomes).toEqual([['absent', 'needs-review']])
})

it('without a walk nothing is known', async () => {
  expect(await audit([], { status: 'not-rendered' })).toMatchObject({ status: 'undetermined' })
  expect(await checkSite(check, { '/': '<p>內容' })).toMatchObject({ status: 'undetermined' })
})
