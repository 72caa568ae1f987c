import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldedForm } from '../../crawler/folded-form.ts'

const site = 'https://site.test'

function form(path: string): string {
  return foldedForm(site + path).form.slice(site.length)
}

it.each([
  ['/ZoneMapOP/(S(e2e5mp0wtpbevljny3t0di2m))/Map.aspx', '/ZoneMapOP/Map.aspx'],
  ['/(X(1)S(abc123))/a/', '/a/'],
  ['/news.jsp;jsessionid=0A1B.node1?id=5', '/news.jsp?id=5'],
  ['/news.jsp;JSESSIONID=0A1B', '/news.jsp'],
  ['/a.php?PHPSESSID=abc&id=3', '/a.php?id=3'],
  ['/a.asp?ASPSESSIONIDQQRR=abc', '/a.asp'],
  ['/a.aspx?x=1&ASP.NET_SessionId=abc', '/a.aspx?x=1'],
  ['/topic.php?t=9&sid=0123456789abcdef0123456789abcdef', '/topic.php?t=9'],
  ['/a?utm_source=fb&id=3&utm_medium=x&fbclid=IwAR0', '/a?id=3'],
  ['/?gclid=1', '/'],
])('%s is the page %s', (written, page) => {
  expect(form(written)).toBe(page)
  expect(foldedForm(site + written).isCopy).toBe(false)
})

it.each([
  ['/cp.aspx?n=12&print=1', '/cp.aspx?n=12'],
  ['/a?friendlyPrint=true', '/a'],
  ['/a?fontSize=large&utm_source=x', '/a'],
  ['/a?id=1&fontsize=120%25', '/a?id=1'],
])('%s is a copy of %s', (written, page) => {
  expect(foldedForm(site + written)).toEqual({ form: site + page, isCopy: true })
})

it.each([
  '/detail.aspx?sid=12',
  '/detail.aspx?sid=0123456789abcdef0123456789abcdef',
  '/a.php?sid=5&sessionid=12',
  '/publications?type=print',
  '/a?print=poster',
  '/print/12',
  '/a?fontsize=3',
  '/a?utm=zone97&utm_x=1&utm_y=2',
  '/law/(S)/1',
  '/a(S(1))/b',
  '/(B(1))/b',
  '/(S(1))',
  '/a?',
  '/a?&&b',
  '/a?lang=en',
  '/a?next=/b;jsessionid=1',
  '/a?B=2&a=%A4%A4',
])('%s may be a page of its own', (written) => {
  expect(foldedForm(site + written)).toEqual({ form: site + written, isCopy: false })
})

const hostile = fc
  .array(
    fc.constantFrom(
      ...['/', '(S(a))', '/(S(b))/', ';jsessionid=', 'x1', ';', '?', '&', '=', 'utm_source', 'print=1', 'sid='],
      ...['PHPSESSID=1', 'fontsize=big', '0123456789abcdef0123456789abcdef', '.php', '(', ')', 'S(', '%28', 'jsess'],
    ),
    { maxLength: 30 },
  )
  .map((parts) => `${site}/${parts.join('')}`)

it('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.webUrl({ withQueryParameters: true })), (url) => {
      const once = foldedForm(url).form
      return foldedForm(once).form === once && !foldedForm(once).isCopy && once.length <= url.length
    }),
    { numRuns: 2000, examples: [[`${site}/(S(a));jsessionid=/`]] },
  )
})

it('an address without such marks is left byte for byte as it is', () => {
  const part = fc.stringMatching(/^[a-z0-9%._~-]{0,8}$/)
  const pair = fc.tuple(fc.constantFrom('id', 'n', 's', 'page', 'lang', 'mp', 'xItem', 'type', 'sms'), part)
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), fc.array(pair, { minLength: 0, maxLength: 5 }), (path, query) => {
      const url = `${site}/${path.join('/')}?${query.map(([name, value]) => `${name}=${value}`).join('&')}`
      return foldedForm(url).form === url
    }),
  )
})

it('marks may be added anywhere in a query without making another page', () => {
  const mark = fc.constantFrom('utm_source=a', 'fbclid=x', 'PHPSESSID=77', 'jsessionid=A.b', 'gclid=')
  fc.assert(
    fc.property(fc.array(fc.constantFrom('id=1', 'n=%E4', 'b'), { minLength: 1 }), fc.nat(), mark, (parts, at, one) => {
      const marked: string[] = [...parts]
      marked.splice(at % (parts.length + 1), 0, one)
      return foldedForm(`${site}/a?${marked.join('&')}`).form === `${site}/a?${parts.join('&')}`
    }),
  )
})
