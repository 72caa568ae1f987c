import { expect, it } from 'vitest'
import { meanTheSame } from '../../../checks/accessibility/documented-keys.ts'
import check from '../../../checks/accessibility/guide-bricks.ts'
import type { KeyboardArtifact } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const brick = (key: string, title: string, fragment = key, id = key) =>
  `<a href="#${fragment}" id="${id}" accesskey="${key}" title="${title}">:::</a>`
const top = brick('U', '上方功能區塊')
const middle = brick('C', '中央內容區塊')
const map = (said: string) => `${top}<main>${middle}<h1>網站導覽</h1>${said}</main>`
const home = (bricks = top + middle) => `${bricks}<a href="/map">網站導覽</a><main><h1>首頁</h1></main>`
const whole = '<ul><li>Alt+U：上方功能區塊，包括選單。</li><li>Alt+C：中央內容區塊</li></ul>'

function audit(files: Record<string, SiteAnswer>, options: SnapshotOptions = {}) {
  return checkSite(check, files, options)
}

it('bricks that lead somewhere, documented as they are, have no fault', async () => {
  const { numbers, findings } = await audit({ '/': home(), '/map': map(whole) })
  expect(numbers).toEqual({ pages: [2, 0, 2], broken: [0, 0, null], documented: [2, 0, 2] })
  expect(findings).toEqual([])
})

it('a brick that leads nowhere is one finding, whatever the templates of its pages', async () => {
  const lost = brick('U', '上方功能區塊', 'aU', 'au')
  const { numbers, findings } = await audit({
    '/': home(lost),
    '/a': home(lost),
    '/b': `${lost}<table><tr><td>另一版型`,
  })
  expect(numbers['broken']).toEqual([1, 0, null])
  expect(findings.filter(({ verdict }) => verdict === 'violates')).toMatchObject([
    { messageId: 'no-place', pages: 3, values: { fragment: 'aU', name: '上方功能區塊' } },
  ])
})

it('an id with a blank is told as what it is: no link leads to it', async () => {
  const { numbers, outcomes } = await audit({ '/': home(brick('F', '頁尾區', 'aF ', 'aF ')) })
  expect(numbers['broken']).toEqual([1, 0, null])
  expect(outcomes).toContainEqual(['blank-in-id', 'violates'])
})

it.each([
  ['an id in other letters that is percent-encoded', '<a href="#%E4%B8%AD" accesskey="C" title="x">:::</a><p id="中">'],
  ['an anchor by name', '<a href="#C" accesskey="C" title="x">:::</a><a name="C"></a>'],
  ['a link to no place', '<a href="#" accesskey="C" title="x">:::</a>'],
])('%s is no broken brick', async (_, bricks) => {
  expect((await audit({ '/': home(bricks) })).numbers['broken']).toEqual([0, 0, null])
})

it('a place that a script may make is a question, and one that a browser went to is there', async () => {
  const html = `${home(brick('U', '上方', 'aU', 'au'))}<script src="/a.js"></script>${'本局服務說明。'.repeat(80)}`
  expect((await audit({ '/': html })).outcomes).toContainEqual(['unseen-place', 'needs-review'])
  const seen = (anchors: string[]) => {
    const rendering = { status: 'rendered', detail: null, textLength: 900, isStable: true, links: [], anchors } as const
    return audit({ '/': html }, { artifacts: { '/': { rendering } } })
  }
  expect((await seen(['aU'])).numbers['broken']).toEqual([0, 0, null])
  expect((await seen([])).outcomes).toContainEqual(['no-place', 'violates'])
})

it('a home page without bricks, and a brick without a key, are questions', async () => {
  expect((await audit({ '/': '<main><p>內容</main>' })).outcomes).toEqual([['absent', 'needs-review']])
  const keyless = '<a href="#C" id="C" title="中央內容區塊">:::</a>'
  expect((await audit({ '/': keyless })).outcomes).toEqual([['no-key', 'needs-review']])
})

it.each([
  ['a colon', '<p>Alt+U：上方功能區塊　Alt+C：中央內容區塊</p>'],
  ['brackets', '<p>〔Alt+U〕上方功能區塊</p><p>﹝Alt+C﹞：中央內容區塊</p>'],
  ['a table', '<table><tr><td>Alt + U<td>上方功能區塊<tr><td>Alt + C<td>中央內容區塊</table>'],
  ['lower case', '<p>alt+u: 上方功能區塊</p><p>alt+c: 中央內容區塊</p>'],
])('keys are read from %s', async (_, said) => {
  expect((await audit({ '/': home(), '/map': map(said) })).numbers['documented']).toEqual([2, 0, 2])
})

it('a key that is documented and nowhere is a violation, one that is nowhere documented a question', async () => {
  const { findings } = await audit({ '/': home(), '/map': map('<p>Alt+U：上方功能區塊</p><p>Alt+Z：頁尾區</p>') })
  expect(findings.map(({ messageId, verdict, values }) => [messageId, verdict, values['key']]).sort()).toEqual([
    ['key-missing', 'violates', 'Z'],
    ['key-unmentioned', 'needs-review', 'C'],
  ])
})

it('a key that scripts may give is a question, until the page was walked in a browser', async () => {
  const scripts = `<script src="/a.js"></script>${'本局服務說明。'.repeat(80)}`
  const files = { '/': home() + scripts, '/map': map(`${whole}<p>Alt+Z：頁尾區</p>`) }
  expect((await audit(files)).outcomes).toEqual([['key-missing', 'needs-review']])
  const keyboard = (accessKeys: KeyboardArtifact['accessKeys']): KeyboardArtifact => {
    const rest = { end: 'complete', stops: [], jumps: [], accessKeys } as const
    return { status: 'walked', detail: null, isStable: true, ...rest }
  }
  const walked = (keys: KeyboardArtifact['accessKeys']) =>
    audit(files, { artifacts: { '/': { keyboard: keyboard(keys) } } })
  expect((await walked([])).outcomes).toEqual([['key-missing', 'violates']])
  expect((await walked([{ key: 'Z', name: '頁尾區' }])).outcomes).toEqual([])
})

it('a name that says something else is a question', async () => {
  const said = '<p>Alt+U：上方功能區塊</p><p>Alt+C：左側選單</p>'
  const { numbers, findings } = await audit({ '/': home(), '/map': map(said) })
  expect(findings).toMatchObject([{ messageId: 'name-differs', values: { said: '左側選單', name: '中央內容區塊' } }])
  expect(numbers['documented']).toEqual([1, 1, 2])
})

it('keys that nobody documents, and documentation nobody can read, are questions', async () => {
  expect((await audit({ '/': home(), '/map': map('<p>所有單元</p>') })).outcomes).toEqual([
    ['undocumented', 'needs-review'],
  ])
  const vague = map('<p>本網站設有快速鍵，請按鍵盤操作。</p>')
  const { numbers, outcomes } = await audit({ '/': home(), '/map': vague })
  expect([numbers['documented'], outcomes]).toEqual([[0, 2, 2], [['unreadable', 'needs-review']]])
})

it('without the page 網站導覽 what it says is unknown; without a home page nothing is known', async () => {
  const { numbers } = await audit({ '/': top + middle })
  expect(numbers['documented']).toEqual([0, 2, 2])
  expect(await audit({ '/': { status: 500 } })).toMatchObject({ status: 'undetermined' })
})

it('names of parts are compared without the words that all of them have', () => {
  expect(meanTheSame('上方功能區塊', '上方區塊')).toBe(true)
  expect(meanTheSame('上方功能區塊', '下方功能區塊')).toBe(false)
  expect(meanTheSame('全站搜尋', '全站搜尋：文章關鍵字搜尋')).toBe(true)
  expect(meanTheSame('', '下方功能區塊')).toBe(true)
})
