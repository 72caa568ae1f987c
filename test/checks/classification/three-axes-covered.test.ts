import { expect, it } from 'vitest'
import check from '../../../checks/classification/three-axes-covered.ts'
import { checkSite } from '../../support/check-site.ts'

const words = '本局掌理轄內水利、土地及環境等業務，提供申辦、查詢與諮詢服務。'.repeat(12)
const shell = '<div id="app"></div><script>go()</script>'

function page(theme: string | null, cake: string | null, service: string | null): string {
  const tags = Object.entries({ Theme: theme, Cake: cake, Service: service }).flatMap(([name, content]) =>
    content === null ? [] : [`<meta name="Category.${name}" content="${content}">`],
  )
  return `<head>${tags.join('')}</head><main><p>${words}</p></main>`
}

it('three axes, on however few pages, are covered', async () => {
  const { numbers, outcomes } = await checkSite(check, {
    '/': page('100', 'C00', 'I00'),
    '/a': page('100;170', null, 'E00'),
    '/b': page(null, null, null),
  })
  expect(numbers).toEqual({
    axes: [3, 0, 3],
    theme: [2, 0, 3],
    cake: [1, 0, 3],
    service: [2, 0, 3],
    subcategories: [5, 0, null],
    combinations: [1, 0, null],
  })
  expect(outcomes).toEqual([
    ['covered', 'conforms'],
    ['covered', 'conforms'],
    ['covered', 'conforms'],
  ])
})

it('axes without a code in its form are missing, which is one fault', async () => {
  const { numbers, findings } = await checkSite(check, { '/': page('100', '', '環境'), '/a': page('100', null, ',') })
  expect(numbers['axes']).toEqual([1, 0, 3])
  const missing = findings.filter(({ messageId }) => messageId === 'missing')
  expect(missing.map(({ verdict, values }) => [verdict, values['axes']])).toEqual([['violates', '施政分類、服務分類']])
  expect(missing[0]).toMatchObject({ pages: 2, evidence: [{ kind: 'absence' }] })
})

it('a page whose metadata a script may write could carry what is missing: a person is asked', async () => {
  const { numbers, outcomes } = await checkSite(check, { '/': page('100', 'C00', null), '/a': shell })
  expect(numbers['axes']).toEqual([2, 1, 3])
  expect(numbers['service']).toEqual([0, 1, 2])
  expect(outcomes).toContainEqual(['missing', 'needs-review'])
})

it('a page the run did not fetch could carry what is missing too', async () => {
  const { numbers, outcomes } = await checkSite(
    check,
    { '/': `${page(null, null, null)}<a href="/more">更多</a>` },
    { unfetched: ['/more'] },
  )
  expect(numbers['axes']).toEqual([0, 3, 3])
  expect(new Set(outcomes.map(([, verdict]) => verdict))).toEqual(new Set(['needs-review']))
})

it('schools are asked', async () => {
  const { outcomes } = await checkSite(check, { '/': page(null, null, null) }, { agency: { kind: 'school' } })
  expect(new Set(outcomes.map(([, verdict]) => verdict))).toEqual(new Set(['needs-review']))
})

it.each([{}, { '/': shell }])('of no page nothing is known', async (files) => {
  expect((await checkSite(check, files)).status).toBe('undetermined')
})
