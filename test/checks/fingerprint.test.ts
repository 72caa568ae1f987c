import { expect, it } from 'vitest'
import serviceInformation from '../../checks/disclosure/service-information.ts'
import internalResolve from '../../checks/links/internal-resolve.ts'
import { checkSite } from '../support/check-site.ts'

const site = {
  '/': '<main><p>瀏覽人次：1</p><a href="/gone">舊公告</a><a href="/kept">局長的話</a></main>',
  '/gone': { status: 404, body: '<p>找不到' },
  '/kept': '<main>內容</main>',
}

async function printsOf(check: Parameters<typeof checkSite>[0], files: Parameters<typeof checkSite>[1]) {
  const { findings } = await checkSite(check, files)
  return findings.map(({ fingerprint }) => fingerprint)
}

it('a fingerprint is the same again for the same site, in whatever order it answered', async () => {
  const first = await printsOf(internalResolve, site)
  expect(first).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)])
  expect(await printsOf(internalResolve, Object.fromEntries(Object.entries(site).reverse()))).toEqual(first)
})

it('what changes elsewhere on the page leaves it as it was', async () => {
  const counted = { ...site, '/': site['/'].replace('瀏覽人次：1', '瀏覽人次：1,234') }
  expect(await printsOf(internalResolve, counted)).toEqual(await printsOf(internalResolve, site))
})

it('another link text, another answer and another verdict are other evidence', async () => {
  const before = await printsOf(internalResolve, site)
  const renamed = { ...site, '/': site['/'].replace('舊公告', '過期公告') }
  const answered = { ...site, '/gone': { status: 404, body: '<p>此頁已移除' } }
  const refused = { ...site, '/gone': { status: 403, body: '<p>找不到' } }
  for (const changed of [renamed, answered, refused]) {
    expect(await printsOf(internalResolve, changed)).not.toEqual(before)
  }
})

it('what was not found is the same absence while more pages come and go', async () => {
  const more = { ...site, '/kept': '<main>內容<a href="/more">全文</a></main>', '/more': '<main>全文</main>' }
  expect(await printsOf(serviceInformation, more)).toEqual(await printsOf(serviceInformation, site))
})
