import { expect, it } from 'vitest'
import check from '../../../checks/accessibility/axe-violations.ts'
import type { AxeArtifact, AxeGroup } from '../../../store/model/artifact.ts'
import type { Standard } from '../../../store/model/run.ts'
import { checkSite } from '../../support/check-site.ts'

const page = '<main><h1>標題</h1><p>內容</main>'
const otherPage = '<main><section class="list"><ul><li><a href="/x">清單甲乙丙丁</a></ul></section></main>'

function group(changes: Partial<AxeGroup> = {}): AxeGroup {
  return {
    rule: 'image-alt',
    outcome: 'violation',
    impact: 'critical',
    tags: ['cat.text-alternatives', 'wcag2a', 'wcag111'],
    help: '圖片必須有替代文字',
    helpUrl: 'https://dequeuniversity.com/rules/axe/4.10/image-alt',
    selector: '.banner > img',
    count: 3,
    examples: [],
    ...changes,
  }
}

function examined(...groups: AxeGroup[]): AxeArtifact {
  return { axeVersion: '4.14.1', status: 'examined', detail: null, isStable: true, groups }
}

function unseen(status: 'not-rendered' | 'failed'): AxeArtifact {
  return { axeVersion: '4.14.1', status, detail: 'time-limit', isStable: false, groups: [] }
}

function audit(files: Record<string, string>, axe: Record<string, AxeArtifact>, standard: Standard = '110.07') {
  const artifacts = Object.fromEntries(Object.entries(axe).map(([path, content]) => [path, { axe: content }]))
  return checkSite(check, files, { artifacts, standard })
}

it('examined pages without a barrier are no finding', async () => {
  const { status, numbers, outcomes } = await audit({ '/': page }, { '/': examined() })
  expect(status).toBe('done')
  expect(numbers).toEqual({ violations: [0, 0, null], pagesWithViolations: [0, 0, 1] })
  expect(outcomes).toEqual([])
})

it('one barrier on two pages of a template is one finding with exact counts and a place in the artifact', async () => {
  const files = { '/': page, '/a': page, '/b': page }
  const { numbers, findings } = await audit(files, {
    '/': examined(group({ rule: 'link-name' }), group()),
    '/a': examined(group({ count: 4 })),
  })
  expect(numbers).toEqual({ violations: [2, 0, null], pagesWithViolations: [2, 1, 3] })
  const image = findings.find(({ values }) => values['rule'] === 'image-alt')
  expect(image).toMatchObject({
    verdict: 'violates',
    pages: 2,
    inferredPages: 1,
    values: {
      count: 7,
      tags: 'WCAG 1.1.1、A等級',
      codes: '檢測碼 HM1110100C［次級來源］',
    },
  })
  expect(image?.evidence).toMatchObject([
    { kind: 'artifact', pointer: '/groups/1' },
    { kind: 'artifact', pointer: '/groups/0' },
  ])
})

it('a barrier is inferred for pages that show what sets its page apart, whatever else they hold', async () => {
  const pictured = (more: string) => `<main><h1>標題</h1><p>內容</p><img src="/a.png">${more}</main>`
  const files = { '/': page, '/a': pictured(''), '/b': pictured('<p class="note">附註</p>'), '/c': page }
  const { findings } = await audit(files, { '/': examined(), '/a': examined(group()) })
  expect(findings).toMatchObject([{ pages: 1, inferredPages: 1 }])
})

it('a page examined with the same rule broken elsewhere on it still tells that a barrier is not on pages like it', async () => {
  const lists = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `<p class="${name}">內容</p>`).join('')
  const pictured = `<main><h1>標題</h1>${lists}<img src="/a.png"></main>`
  const withForm = `<main><h1>標題</h1>${lists}<img src="/a.png"><form><input name="q"></form></main>`
  const files = { '/': withForm, '/a': pictured, '/b': pictured }
  const [inForm, plain] = [group({ selector: 'form > img' }), group({ selector: 'main > img' })]
  const { findings } = await audit(files, { '/': examined(inForm), '/a': examined(plain) })
  expect(findings).toMatchObject([
    { values: { selector: 'form > img' }, inferredPages: 0 },
    { values: { selector: 'main > img' }, inferredPages: 1 },
  ])
})

it('the same barrier on pages of two templates is one finding, and a place of each is shown', async () => {
  const files = { '/': page, '/a': otherPage, '/b': page, '/c': otherPage }
  const barrier = examined(group())
  const { numbers, findings } = await audit(files, { '/': barrier, '/a': barrier, '/b': barrier })
  expect(numbers['violations']).toEqual([1, 0, null])
  expect(findings).toMatchObject([{ pages: 3, inferredPages: 1, values: { templates: 2, count: 9 } }])
})

it('evidence shows different elements first, and what looks the same twice at most', async () => {
  const undecided = { rule: 'color-contrast', outcome: 'incomplete' } as const
  const [a, b] = [group({ ...undecided, selector: '.a' }), group({ ...undecided, selector: '.b' })]
  const files = { '/': page, '/1': page, '/2': page }
  const evidenceOf = async (...groups: AxeGroup[]) => {
    const axe = Object.fromEntries(Object.keys(files).map((path) => [path, examined(...groups)]))
    return (await audit(files, axe)).findings[0]?.evidence
  }
  const [first, second] = await Promise.all([evidenceOf(a, b), evidenceOf(a)])
  expect(first).toMatchObject([
    { pointer: '/groups/0', artifactId: 1 },
    { pointer: '/groups/1', artifactId: 1 },
  ])
  expect(second).toMatchObject([{ artifactId: 1 }, { artifactId: 2 }])
})

it('a question tells why axe could not decide, what concerns most elements first', async () => {
  const because = (selector: string, count: number, why: string) => {
    const examples = [{ selector, html: '<p>', summary: `修正以下任一問題：\n ${why}` }]
    return group({ rule: 'color-contrast', outcome: 'incomplete', selector, count, examples })
  }
  const groups = [
    because('.a', 2, '太短'),
    because('.b', 2, '背景圖像'),
    because('.c', 3, '太短'),
    because('.d', 4, '背景圖像'),
  ]
  const { findings } = await audit({ '/': page }, { '/': examined(...groups) })
  expect(findings[0]?.values['reasons']).toBe('背景圖像；太短')
})

it('what axe could not decide is a question and widens both numbers', async () => {
  const { numbers, outcomes } = await audit({ '/': page }, { '/': examined(group({ outcome: 'incomplete' })) })
  expect(numbers).toEqual({ violations: [0, 1, null], pagesWithViolations: [0, 1, 1] })
  expect(outcomes).toEqual([['incomplete', 'needs-review']])
})

it('undecided elements of one rule are one question, and each of their groups is unknown', async () => {
  const undecided = { rule: 'color-contrast', outcome: 'incomplete' } as const
  const groups = [group({ ...undecided, selector: '.a' }), group({ ...undecided, selector: '.b' })]
  const { numbers, findings } = await audit({ '/': page }, { '/': examined(...groups) })
  expect(numbers['violations']).toEqual([0, 2, null])
  expect(findings).toMatchObject([{ messageId: 'incomplete', pages: 1, values: { count: 6 } }])
})

it('found and undecided elements of one rule and selector are two findings', async () => {
  const { outcomes } = await audit({ '/': page }, { '/': examined(group(), group({ outcome: 'incomplete' })) })
  expect(outcomes.map(([messageId]) => messageId).sort()).toEqual(['incomplete', 'violation'])
})

it.each([['best-practice'], ['wcag146'], ['wcag258'], ['wcag2aa']])(
  'a rule of %s alone is advice under 110.07',
  async (tag) => {
    const { numbers, outcomes } = await audit({ '/': page }, { '/': examined(group({ tags: [tag] })) })
    expect(numbers['violations']).toEqual([0, 0, null])
    expect(outcomes).toEqual([['advisory', 'needs-review']])
  },
)

it('advice on many elements of a page is one line', async () => {
  const advice = { rule: 'region', tags: ['best-practice'] }
  const groups = [group({ ...advice, selector: '.a' }), group({ ...advice, selector: '.b' })]
  const { findings } = await audit({ '/': page }, { '/': examined(...groups) })
  expect(findings).toMatchObject([{ pages: 1, values: { count: 6, selector: '.a' } }])
})

it('what a page lacks as a whole is told of the page, not of each of its frames', async () => {
  const lacking = examined(group({ rule: 'landmark-one-main', tags: ['best-practice'], selector: 'html', count: 3 }))
  const { findings } = await audit({ '/': page, '/a': page }, { '/': lacking, '/a': lacking })
  expect(findings.map(({ values, pages }) => [values['count'], pages])).toEqual([[2, 2]])
})

it('WCAG 2.2 binds under 115.11, and the finding names level and code with the mark of their source', async () => {
  const { outcomes, findings } = await audit(
    { '/': page },
    { '/': examined(group({ rule: 'target-size', tags: ['wcag258'] })) },
    '115.11',
  )
  expect(outcomes).toEqual([['violation', 'violates']])
  expect(findings[0]?.values).toMatchObject({ tags: 'WCAG 2.5.8、AA等級', codes: '檢測碼 CS2250800E［次級來源］' })
})

it('a rule that no code asks for names the codes of its criterion as such', async () => {
  const { findings } = await audit({ '/': page }, { '/': examined(group({ rule: 'list', tags: ['wcag131'] })) })
  expect(findings[0]?.values['codes']).toBe('同準則檢測碼 HM1130100C、HM1130101C、HM1130102C等6碼［次級來源］')
})

it('pages of a template nobody examined are unknown', async () => {
  const { numbers } = await audit({ '/': page, '/a': otherPage, '/b': otherPage }, { '/': examined() })
  expect(numbers).toEqual({ violations: [0, 2, null], pagesWithViolations: [0, 2, 3] })
})

it.each(['not-rendered', 'failed'] as const)(
  'a page that is %s is a question, never free of barriers',
  async (status) => {
    const { numbers, outcomes } = await audit({ '/': page, '/a': page }, { '/': examined(), '/a': unseen(status) })
    expect(numbers).toEqual({ violations: [0, 1, null], pagesWithViolations: [0, 1, 2] })
    expect(outcomes).toEqual([[status, 'needs-review']])
  },
)

it('when no page was rendered nothing is known, and the pages are named', async () => {
  const { status, numbers, findings } = await audit(
    { '/': page, '/a': page },
    { '/': unseen('not-rendered'), '/a': unseen('not-rendered') },
  )
  expect(status).toBe('undetermined')
  expect(numbers).toEqual({})
  expect(findings).toMatchObject([{ messageId: 'not-rendered', pages: 2, values: { detail: '逾時未完成' } }])
})

it('without a browser nothing is known', async () => {
  const { status, reason } = await audit({ '/': page }, {})
  expect(status).toBe('undetermined')
  expect(reason).toContain('無障礙檢測紀錄')
})
