import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bareHost, Scope } from '../../crawler/scope.ts'

const none = { include: [], exclude: [], neverAsk: [] }

it('the www twin and the other scheme are the same site, a subdomain, a look-alike and another port are not', () => {
  const scope = new Scope('https://www.agency.gov.tw', none)
  const ours = [
    'http://agency.gov.tw/',
    'https://www.agency.gov.tw/a',
    'https://AGENCY.gov.tw./',
    'http://agency.gov.tw:80/',
  ]
  expect(ours.filter((url) => !scope.contains(url))).toEqual([])
  const others = [
    'https://data.agency.gov.tw/',
    'https://agency.gov.tw.evil.test/',
    'https://notagency.gov.tw/',
    'https://agency.gov.tw@evil.test/',
    'https://agency.gov.tw:8443/',
    'ftp://agency.gov.tw/',
    'javascript:agency.gov.tw',
    '//agency.gov.tw/',
    '',
  ]
  expect(others.filter((url) => scope.contains(url))).toEqual([])
})

it('a port of its own names one server', () => {
  const scope = new Scope('http://127.0.0.1:8080', none)
  expect(scope.contains('http://127.0.0.1:8080/a')).toBe(true)
  expect(scope.contains('http://127.0.0.1/a')).toBe(false)
  expect(scope.contains('http://127.0.0.1:8081/a')).toBe(false)
})

it('globs are matched against decoded path and query', () => {
  const scope = new Scope('http://a.test', {
    ...none,
    include: ['/公告/**', '/News.aspx*'],
    exclude: ['/**/*.zip', '/**print=1*'],
  })
  const bounds = (path: string) => scope.bounds(new URL(path, 'http://a.test').href)
  expect(bounds('/公告/1.html')).toBeNull()
  expect(bounds('/news.aspx?id=1')).toBeNull()
  expect(bounds('/about')).toBe('excluded')
  expect(bounds('/公告/a.zip')).toBe('excluded')
  expect(bounds('/公告/a?print=1')).toBe('excluded')
  expect(bounds('/%A4%A4')).toBe('excluded')
})

it('hosts that nobody is to ask include their subdomains, not their look-alikes', () => {
  const scope = new Scope('http://web.pcc.gov.tw', { ...none, neverAsk: ['pcc.gov.tw'] })
  expect(scope.bounds('http://web.pcc.gov.tw/')).toBe('never-ask')
  expect(scope.isNeverAsked('pcc.gov.tw')).toBe(true)
  expect(scope.isNeverAsked('notpcc.gov.tw')).toBe(false)
})

it('an address that has grown by itself is not asked for', () => {
  expect(new Scope('http://a.test', none).bounds(`http://a.test/${'x/'.repeat(3000)}`)).toBe('too-long')
})

it('a host without www. stays as it is, whatever it is', () => {
  expect(bareHost('www.tw')).toBe('tw')
  expect(bareHost('www.10.0.0.1')).toBe('www.10.0.0.1')
  fc.assert(fc.property(fc.domain(), (host) => bareHost(`www.${bareHost(host)}.`) === bareHost(host)))
})
