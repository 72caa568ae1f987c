import { expect, it } from 'vitest'
import { SiteCookies } from '../../../crawler/fetch/cookie-jar.ts'

const site = 'https://www.moea.gov.tw/MNS/'

function jar(): SiteCookies {
  return new SiteCookies((url) => new URL(url).hostname.endsWith('moea.gov.tw'))
}

it('a cookie goes back to its own host and path, a secure one only under https', () => {
  const cookies = jar()
  cookies.take(site, ['a=1; Path=/', 'b=2; Path=/MNS', 'c=3; Secure; Path=/'])
  expect(cookies.headerFor('https://www.moea.gov.tw/MNS/x')).toBe('b=2; a=1; c=3')
  expect(cookies.headerFor('http://www.moea.gov.tw/')).toBe('a=1')
  expect(cookies.headerFor('https://other.moea.gov.tw/')).toBeNull()
})

it('a cookie of the domain reaches the twin of the host, never a host outside the site', () => {
  const cookies = new SiteCookies((url) => /^(www\.)?moea\.gov\.tw$/.test(new URL(url).hostname))
  cookies.take(site, 'd=4; Domain=moea.gov.tw; Path=/')
  expect(cookies.headerFor('https://moea.gov.tw/')).toBe('d=4')
  expect(cookies.headerFor('https://gcis.moea.gov.tw/')).toBeNull()
  cookies.take('https://evil.test/', 'e=5; Domain=moea.gov.tw; Path=/')
  cookies.take(site, 'f=6; Domain=gov.tw; Path=/')
  expect(cookies.headerFor('https://moea.gov.tw/')).toBe('d=4')
})

it('a cookie that has run out is not sent, and a broken, huge or endless list of them does no harm', () => {
  const cookies = jar()
  cookies.take(site, ['a=1; Path=/', `big=${'x'.repeat(5000)}`, '', '=', ';;;', '\u0000=\u0000'])
  cookies.take(site, 'a=1; Path=/; Max-Age=0')
  expect(cookies.headerFor(site) ?? '').not.toMatch(/a=1|big/)
  for (let n = 0; n < 5000; n += 1) cookies.take(site, `n${n}=1`)
  expect(cookies.headerFor(site)?.split('; ').length).toBeLessThanOrEqual(50)
})

it('a browser gets what it has not or has otherwise, and gives what its scripts have set', () => {
  const cookies = jar()
  cookies.take(site, ['session=geheim; Path=/; HttpOnly', 'lang=zh; Path=/MNS'])
  expect(cookies.setCookiesFor(site, undefined)).toEqual([
    expect.stringMatching(/^lang=zh;.*Path=\/MNS/),
    expect.stringMatching(/^session=geheim;.*HttpOnly/),
  ])
  expect(cookies.setCookiesFor(site, 'lang=zh; session=geheim')).toEqual([])
  cookies.takeFromBrowser(site, 'lang=en; session=geheim; seen=1=2; =x; nothing')
  expect(cookies.headerFor(site)).toBe('lang=en; session=geheim; seen=1=2')
  expect(cookies.setCookiesFor(site, 'lang=zh; session=geheim; seen=1=2')).toEqual([expect.stringMatching(/^lang=en/)])
  cookies.takeFromBrowser('https://evil.test/', 'session=stolen')
  expect(cookies.headerFor('https://evil.test/')).toBeNull()
  expect(cookies.setCookiesFor('https://evil.test/', undefined)).toEqual([])
})

it('a browser cannot fill the jar without end', () => {
  const cookies = jar()
  for (let n = 0; n < 2000; n += 1) cookies.takeFromBrowser(site, `n${n}=1; big=${'x'.repeat(5000)}`)
  expect(cookies.headerFor(site)?.split('; ').length).toBeLessThanOrEqual(50)
  expect(cookies.headerFor(site)).not.toContain('xxx')
})
