import { expect, it } from 'vitest'
import check from '../../../checks/accessibility/certification-badge.ts'
import { png } from '../../../fixtures/files/png.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const moda = 'https://accessibility.moda.gov.tw/Applications/Detail?category='
const alt = '通過AA檢測等級無障礙網頁檢測（另開新視窗）'

interface Written {
  href?: string
  image?: string
}

function badge({
  href = `${moda}20250318101500`,
  image = `<img src="/aa.png" alt="${alt}" width="88" height="31">`,
}: Written = {}) {
  return `<a href="${href}">${image}</a>`
}

const home = (content: string) => `<body><main><h1>首頁</h1><p>內容</p></main><footer>${content}</footer>`

function audit(html: string, more: Record<string, SiteAnswer> = {}, options: SnapshotOptions = {}) {
  return checkSite(check, { '/': html, ...more }, options)
}

it('a badge as its rules want it conforms, and whether it is valid stays open', async () => {
  const { numbers, findings } = await audit(home(badge()))
  expect(numbers).toEqual({ shown: [1, 0, null], current: [1, 0, null], valid: [0, 1, null] })
  expect(findings).toMatchObject([
    {
      messageId: 'shown',
      verdict: 'conforms',
      values: { level: 'AA', version: '未標示', date: '2025-03-18' },
      evidence: [{ kind: 'element', selector: 'a' }],
    },
  ])
})

it.each([
  ['without a link', `<img src="/aa.png" alt="${alt}" width="88" height="31">`, 'unlinked'],
  ['with a link to somewhere else', badge({ href: '/accessibility' }), 'unlinked'],
  ['with a link to the bare host', badge({ href: 'https://accessibility.moda.gov.tw/' }), 'bare-link'],
  ['whose number is too short', badge({ href: `${moda}2025` }), 'bare-link'],
])('a badge %s proves nothing', async (_, html, messageId) => {
  const { numbers, outcomes } = await audit(home(html))
  expect(numbers).toEqual({ shown: [0, 0, null], current: [0, 0, null], valid: [0, 0, null] })
  expect(outcomes).toEqual([[messageId, 'violates']])
})

it.each([
  ['has no alternative text', '<img src="/aa.png" width="88" height="31">', 'no-alt', 'violates'],
  ['is drawn at another size', `<img src="/aa.png" alt="${alt}" width="120" height="42">`, 'resized', 'violates'],
  ['names no level', '<img src="/b.png" alt="無障礙標章" width="88" height="31">', 'no-level', 'needs-review'],
  [
    'is of the first version',
    '<img src="/b.png" alt="無障礙A+" width="88" height="31">',
    'old-version',
    'needs-review',
  ],
])('a badge that %s is shown, with a fault', async (_, image, messageId, verdict) => {
  const { numbers, outcomes } = await audit(home(badge({ image })))
  expect(numbers['shown']).toEqual([1, 0, null])
  expect(outcomes.filter(([id]) => id !== 'shown')).toEqual([[messageId, verdict]])
})

it.each([
  [88, []],
  [176, ['other-size']],
])('an image file %i pixels wide without attributes', async (width, faults) => {
  const image = `<img src="/aa.png" alt="${alt}">`
  const { outcomes } = await audit(home(badge({ image })), { '/aa.png': png(width, 31, [[0, 0, 0]]) })
  expect(outcomes.map(([id]) => id).filter((id) => id !== 'shown')).toEqual(faults)
})

it('a badge at the top of a page without a footer is a question', async () => {
  const { outcomes } = await audit(`<body>${badge()}<p>${'內容'.repeat(300)}</p>`)
  expect(outcomes).toContainEqual(['not-at-bottom', 'needs-review'])
})

it('a number older than three years is a question, on the day after it ran out', async () => {
  const on = (startedAt: string) => audit(home(badge()), {}, { run: { startedAt } })
  expect((await on('2028-03-18T02:00:00.000Z')).outcomes).not.toContainEqual(['aged', 'needs-review'])
  const later = await on('2028-03-18T16:00:00.000Z')
  expect(later.outcomes).toContainEqual(['aged', 'needs-review'])
  expect(later.numbers).toMatchObject({ shown: [1, 0, null], current: [0, 0, null], valid: [0, 1, null] })
})

it('a number that is no time is a question', async () => {
  const { numbers, outcomes } = await audit(home(badge({ href: `${moda}20251399101500` })))
  expect(outcomes).toContainEqual(['no-date', 'needs-review'])
  expect(numbers['current']).toEqual([0, 1, null])
})

it('a badge in a comment is none, and a real one beside an old one in a comment is what counts', async () => {
  expect((await audit(home(`<!-- ${badge()} -->`))).outcomes).toEqual([['commented-out', 'violates']])
  expect((await audit(home(`<!-- ${badge()} -->${badge()}`))).outcomes).toEqual([['shown', 'conforms']])
})

it('of an unlinked sign and a badge the badge counts', async () => {
  const { outcomes } = await audit(home(`<img src="/old.png" alt="無障礙標章">${badge()}`))
  expect(outcomes).toEqual([['shown', 'conforms']])
})

it.each([
  '<a href="https://accessibility.moda.gov.tw/">無障礙網路空間服務網</a>',
  '<a href="/a"><img src="/b.png" alt="無障礙旅遊專區"></a>',
  '<a href="/a"><img src="/b.png" alt="網站無障礙宣告"></a>',
])('%s is no badge', async (html) => {
  const { numbers, findings } = await audit(home(html))
  expect(numbers).toEqual({ shown: [0, 0, null], current: [0, 0, null], valid: [0, 0, null] })
  expect(findings).toMatchObject([{ messageId: 'absent', verdict: 'violates', evidence: [{ kind: 'absence' }] }])
})

it('a badge of every past host counts', async () => {
  for (const host of ['accessibility.ncc.gov.tw', 'www.handicap-free.nat.gov.tw']) {
    const { outcomes } = await audit(
      home(badge({ href: `http://${host}/Applications/Detail?category=20240318101500` })),
    )
    expect(outcomes).toContainEqual(['shown', 'conforms'])
  }
})

it('what a script could have put there is unknown without a browser, and seen with one', async () => {
  const scripted = `${home('本局服務說明。'.repeat(80))}<script src="/footer.js"></script>`
  expect(await audit(scripted)).toMatchObject({ status: 'undetermined' })
  const rendering = { status: 'rendered', detail: null, textLength: 900, isStable: true } as const
  const links = [{ url: `${moda}20250318101500`, text: alt }]
  const seen = await audit(scripted, {}, { artifacts: { '/': { rendering: { ...rendering, links } } } })
  expect(seen.findings).toMatchObject([
    { messageId: 'scripted', verdict: 'needs-review', evidence: [{ kind: 'artifact', pointer: '/links/0' }] },
  ])
  const empty = await audit(scripted, {}, { artifacts: { '/': { rendering: { ...rendering, links: [] } } } })
  expect(empty.outcomes).toEqual([['absent', 'violates']])
})

it('a badge on another page, or behind frames, is a question', async () => {
  const elsewhere = await audit(home('<a href="/in">進入</a>'), { '/in': home(badge()) })
  expect(elsewhere.outcomes).toEqual([['elsewhere', 'needs-review']])
  const framed = await audit('<frameset><frame src="/menu"><frame src="/main"></frameset>')
  expect(framed.outcomes).toEqual([['in-frame', 'needs-review']])
})

it('a film of somebody else in a frame hides no badge', async () => {
  const { outcomes } = await audit(home('<iframe src="https://www.youtube.com/embed/1"></iframe>'))
  expect(outcomes).toEqual([['absent', 'violates']])
})

it.each([
  ['/images/accessibility.jpg', '<a href="#" title="另開視窗"><img src="/images/accessibility.jpg " alt=" "></a>'],
  ['/a/handicap-free_aa.png', '<img src="/a/handicap-free_aa.png">'],
])('an image without words whose file %s is called like the badge is told as such', async (file, html) => {
  const { numbers, findings } = await audit(home(html))
  expect(numbers['shown']).toEqual([0, 0, null])
  const values = { file: file.replace(/.*\//, '') }
  expect(findings).toMatchObject([
    { messageId: 'unnamed', verdict: 'violates', values, evidence: [{ kind: 'element' }] },
  ])
})

it.each(['/images/accessibility-statement.png', '/images/handicap-parking.png', '/images/barrier.png'])(
  'an image without words called %s is no badge',
  async (file) => {
    const { outcomes } = await audit(home(`<img src="${file}" alt="">`))
    expect(outcomes).toEqual([['absent', 'violates']])
  },
)

it.each([
  '<a href="/statement"><img src="/accessibility.png" alt=""> 無障礙聲明</a>',
  '<a href="/statement" title="網站無障礙宣告"><img src="/accessibility.png" alt=""></a>',
])('an image called like the badge beside other words is none: %s', async (html) => {
  expect((await audit(home(html))).outcomes).toEqual([['absent', 'violates']])
})

it('without a home page nothing is known', async () => {
  expect(await audit('', { '/': { status: 503 } })).toMatchObject({ status: 'undetermined' })
})
