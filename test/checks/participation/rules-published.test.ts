import { expect, it } from 'vitest'
import check from '../../../checks/participation/rules-published.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer } from '../../support/snapshot-of.ts'

const board =
  '<h1>討論區</h1><table><tr><th>主題</th><th>日期</th></tr><tr><td>輪灌</td><td>115年11月1日</td></tr><tr><td>雨水桶</td><td>115年10月2日</td></tr></table>'
const rules = `<main><h1>討論區使用規範</h1><p>${'發言應與本局業務有關，涉及個案者請改以意見信箱提出，以保護您的個人資料。'.repeat(2)}</p></main>`

function audit(pages: Record<string, SiteAnswer>, extra = '') {
  return checkSite(check, {
    '/': `<nav><a href="/forum">討論區</a>${extra}</nav>`,
    '/forum': `<main>${board}</main>`,
    ...pages,
  })
}

it.each(['討論區使用規範', '留言版管理要點', '粉絲專頁版面規則', '民眾意見處理作業程序', '版規'])(
  'a page called 「%s」 is the rules',
  async (label) => {
    const { numbers, outcomes } = await audit({ '/rules': rules }, `<a href="/rules">${label}</a>`)
    expect(numbers['rules']?.slice(0, 2)).toEqual([1, 0])
    expect(outcomes).toEqual([['published', 'conforms']])
  },
)

it.each(['隱私權保護政策', '討論區', '信箱', '個人資料保護要點'])('「%s」 is not', async (label) => {
  const { outcomes } = await audit({ '/rules': rules }, `<a href="/rules">${label}</a>`)
  expect(outcomes).toEqual([['missing', 'needs-review']])
})

it('rules on the page of the channel count, and so do those linked from it', async () => {
  const own = `<main>${board}<p>請勿張貼商業廣告，管理者得逕行刪除。</p></main>`
  expect((await audit({ '/forum': own })).outcomes).toEqual([['published', 'conforms']])
  const linked = `<main>${board}<a href="/r.odt">發言規則</a></main>`
  expect((await audit({ '/forum': linked, '/r.odt': new Uint8Array([1]) })).outcomes).toEqual([
    ['published', 'conforms'],
  ])
})

it('a mailbox that says what it does not take says its rules', async () => {
  const said = '<p>如有惡意攻訐、謾罵等情事，本機關將不予受理。</p>'
  const mail = `<main><h1>意見信箱</h1>${said}<form action="/m" method="post"><textarea></textarea></form></main>`
  const { outcomes } = await audit({ '/mail': mail }, '<a href="/mail">意見信箱</a>')
  expect(outcomes).toEqual([['published', 'conforms']])
})

it('what only a dead link on the page of the channel is called is no rule', async () => {
  const linked = `<main>${board}<a href="/gone">討論區使用規範</a></main>`
  expect((await audit({ '/forum': linked, '/gone': { status: 404 } })).outcomes).toEqual([['dead', 'violates']])
})

it.each([
  ['gone', { status: 404 }],
  ['blank', '<main><h1>討論區使用規範</h1></main>'],
] as const)('rules that are %s are none', async (_, answer) => {
  const { numbers, outcomes } = await audit({ '/rules': answer }, '<a href="/rules">討論區使用規範</a>')
  expect(numbers['rules']?.slice(0, 2)).toEqual([0, 0])
  expect(outcomes).toEqual([['dead', 'violates']])
})

it('rules nobody could read are a question', async () => {
  const { numbers, outcomes } = await audit({ '/rules': { status: 403 } }, '<a href="/rules">討論區使用規範</a>')
  expect(numbers['rules']?.slice(0, 2)).toEqual([0, 1])
  expect(outcomes).toEqual([['unclear', 'needs-review']])
})

it('rules may stand where nobody calls them so: none seen is a question', async () => {
  const { numbers, findings } = await audit({})
  expect(numbers['rules']?.slice(0, 2)).toEqual([0, 1])
  expect(findings).toMatchObject([{ messageId: 'missing', verdict: 'needs-review', evidence: [{ kind: 'absence' }] }])
})

it.each([{}, { '/': '<h1>首頁</h1>' }])('without a channel there are no rules to look for', async (files) => {
  expect((await checkSite(check, files)).status).toBe('undetermined')
})
