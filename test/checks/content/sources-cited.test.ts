import { expect, it } from 'vitest'
import check from '../../../checks/content/sources-cited.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SnapshotOptions } from '../../support/snapshot-of.ts'

const filler =
  '本局辦理水權登記及用水計畫審查，申請人應檢附文件於上班時間至服務臺提出，審查期間為三十日，逾期未補正者退回申請。'

const cited = (line: string, options: SnapshotOptions = {}) =>
  checkSite(
    check,
    {
      '/': `<title>示範水資源局</title><main><h1>節約用水</h1><p>${filler}</p>${line}</main><footer><p>資料來源：維基百科</p></footer>`,
    },
    { agency: { name: '經濟部示範水資源局' }, ...options },
  )

it.each([
  '<p>資料來源：<a href="https://www.cwa.gov.tw/">交通部中央氣象署</a></p>',
  '<p>資料來源：交通部中央氣象署</p><p><a href="https://www.cwa.gov.tw/">中央氣象署網站</a></p>',
  '<figure><figcaption>圖片來源：<a href="https://zh.wikipedia.org/">維基百科</a></figcaption></figure>',
  '<p>本文轉載自<a href="https://www.moenv.gov.tw/">環境部</a>。</p>',
])('a source that is named with a link: %s', async (line) => {
  const { outcomes, numbers } = await cited(line)
  expect(outcomes).toEqual([['linked', 'conforms']])
  expect(numbers).toEqual({ linked: [1, 0, 1], unlinked: [0, 0, 1] })
})

it.each([
  ['<p>資料來源：衛生福利部</p>', '衛生福利部'],
  ['<p>圖片來源：維基百科</p>', '維基百科'],
  ['<p>本文轉載自聯合報。</p>', '聯合報'],
  ['<p>（資料來源：國立臺灣大學，2024年）</p>', '國立臺灣大學'],
  ['<p>資料來源：https://www.example.org/a</p>', 'https://www.example.org/a'],
])('a source that is named without a link violates: %s', async (line, source) => {
  const { outcomes, findings, numbers } = await cited(line)
  expect(outcomes).toEqual([['without-link', 'violates']])
  expect(findings[0]).toMatchObject({ values: { source, pages: 1 }, evidence: [{ kind: 'element' }] })
  expect(numbers).toEqual({ linked: [0, 0, 1], unlinked: [1, 0, 1] })
})

it('a source nobody can place, or a site whose name is not known, is a question', async () => {
  expect((await cited('<p>資料來源：水之旅第三集</p>')).outcomes).toEqual([['maybe-other', 'needs-review']])
  const nameless = await checkSite(
    check,
    { '/': `<main><p>${filler}</p><p>資料來源：衛生福利部</p></main>` },
    { agency: { name: null } },
  )
  expect(nameless.outcomes).toEqual([['maybe-other', 'needs-review']])
})

it.each([
  '<p>資料來源：本局水權組</p>',
  '<p>資料提供：秘書室</p>',
  '<p>資料來源：示範水資源局</p>',
  '<p>照片提供：王小明攝影</p>',
  '<p>用水來源：地下水；經費來源：公務預算</p>',
  '<p>請說明資料來源並提供佐證。</p>',
])('%s names nobody else', async (line) => {
  expect((await cited(line)).status).toBe('undetermined')
})

it('a line is looked for in the innermost block, and a menu or a footer does not count', async () => {
  const nested = '<div><div><p>資料來源：衛生福利部</p></div><p><a href="/x">其他</a><a href="/y">更多</a></p></div>'
  expect((await cited(nested)).outcomes).toEqual([['without-link', 'violates']])
})

it('what a site does not say of its sources no program can tell', async () => {
  expect((await cited('')).status).toBe('undetermined')
  expect((await checkSite(check, {})).status).toBe('undetermined')
})
