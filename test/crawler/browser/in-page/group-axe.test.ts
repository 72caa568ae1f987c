import { expect, it } from 'vitest'
import { type AxeNode, groupAxe } from '../../../../crawler/browser/in-page/group-axe.ts'

function node(selector: string, change: Partial<AxeNode> = {}): AxeNode {
  return { html: `<i ${selector}>`, target: [selector], impact: 'serious', failureSummary: 'mend', ...change }
}

function result(id: string, nodes: readonly AxeNode[]) {
  return { id, tags: ['wcag2a', 'cat.x'], help: 'h', helpUrl: 'u', nodes }
}

const withoutDigits = (target: AxeNode['target']) => String(target.flat().at(-1)).replace(/\d/g, '')

it('no element is lost: counts are exact, whatever the number of examples', () => {
  const nodes = Array.from({ length: 40 }, (_, n) => node(n % 4 === 0 ? `b${n}` : `a${n}`))
  const groups = groupAxe({ violations: [result('r', nodes)], incomplete: [] }, withoutDigits)
  expect(groups.map(({ selector, count, examples }) => [selector, count, examples.length])).toEqual([
    ['a', 30, 3],
    ['b', 10, 3],
  ])
})

it('a group is as grave as its gravest element, and has no impact when none has', () => {
  const nodes = [node('a1', { impact: 'minor' }), node('a2', { impact: 'critical' }), node('b', { impact: null })]
  const groups = groupAxe({ violations: [], incomplete: [result('r', nodes)] }, withoutDigits)
  expect(groups.map(({ outcome, impact }) => [outcome, impact])).toEqual([
    ['incomplete', 'critical'],
    ['incomplete', null],
  ])
})

it('an example shows the way through frames and shadow roots, and at most 500 characters of anything', () => {
  const long = node('a', {
    html: 'x'.repeat(900),
    failureSummary: 'y'.repeat(900),
    target: ['iframe', ['my-card', 'img']],
  })
  const example = groupAxe({ violations: [result('r', [long])], incomplete: [] }, withoutDigits)[0]?.examples[0]
  expect(example?.selector).toBe('iframe >>> my-card >>> img')
  expect([example?.html.length, example?.summary.length]).toEqual([500, 500])
})

it('groups are sorted, and so are their tags', () => {
  const two = [result('z', [node('b'), node('a')]), result('a', [node('c')])]
  const groups = groupAxe({ violations: two, incomplete: two }, withoutDigits)
  expect(groups.map(({ outcome, rule, selector }) => `${outcome} ${rule} ${selector}`)).toEqual([
    'incomplete a c',
    'incomplete z a',
    'incomplete z b',
    'violation a c',
    'violation z a',
    'violation z b',
  ])
  expect(groups[0]?.tags).toEqual(['cat.x', 'wcag2a'])
})
