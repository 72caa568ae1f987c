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
  ['/?lang=zh-tw', '/'],
  ['/a?id=3&Lang=zh_TW&n=1', '/a?id=3&n=1'],
  ['/a?language=zh-Hant&utm_source=x', '/a'],
  ['/zh-tw/a.aspx?hl=cht&locale=zh-Hant-TW', '/zh-tw/a.aspx'],
  ['/a?setlang=tw', '/a'],
  ['/a?culture=tc', '/a'],
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
  '/a?lang=ja',
  '/a?lang=zh-cn',
  '/a?lang=zh',
  '/a?lang=cn',
  '/a?lang=',
  '/a?lang',
  '/a?l=zh-tw',
  '/a?country=tw',
  '/a?lang=1',
  '/a?lang=en&lang=zh-tw',
  '/a?locale=zh-tw&hl=en',
  '/a?lang=zh-tw&lang=',
  '/en/a?lang=zh-tw',
  '/English/?lang=zh-tw',
  '/a/index_en.html/en.aspx?lang=zh-tw',
  '/Search.aspx?lang=zh-tw',
  '/catalog/list?language=cht',
  '/list?q=a&language=cht',
  '/a?keyword=a&lang=zh-tw',
  '/a?next=/b;jsessionid=1',
  '/a?B=2&a=%A4%A4',
])('%s may be a page of its own', (written) => {
  expect(foldedForm(site + written)).toEqual({ form: site + written, isCopy: false })
})

it("a host that speaks another language has pages in the site's own that are others", () => {
  for (const host of ['en.site.test', 'www.english.site.test', 'ja.site.test:8080']) {
    const url = `https://${host}/a?lang=zh-tw`
    expect(foldedForm(url).form).toBe(url)
  }
  expect(foldedForm('https://lang.site.test/a?lang=zh-tw').form).toBe('https://lang.site.test/a')
})

const hostile = fc
  .array(
    fc.constantFrom(
      ...['/', '(S(a))', '/(S(b))/', ';jsessionid=', 'x1', ';', '?', '&', '=', 'utm_source', 'print=1', 'sid='],
      ...['PHPSESSID=1', 'fontsize=big', '0123456789abcdef0123456789abcdef', '.php', '(', ')', 'S(', '%28', 'jsess'],
      ...['lang=zh-tw', 'Hl=cht', 'lang=', 'locale=en', 'en', '/en/', 'language=tw', 'search', 'q=1', 'zh', '-hant'],
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

const ownWish = fc.tuple(
  fc.constantFrom('lang', 'Language', 'locale', 'hl', 'setlang', 'culture'),
  fc.constantFrom('zh-tw', 'zh_TW', 'zh-Hant', 'zh-Hant-TW', 'zhtw', 'cht', 'TW', 'tc'),
)
const language = fc.constantFrom('en', 'ja', 'ko', 'zh-cn', 'zh-Hans', 'vi', 'zh', 'english', '2', '')
const neutral = fc.constantFrom('id=1', 'n=%E4', 'b', 'page=2')

it("asking for the site's own language, however it is spelled, asks for the same page", () => {
  fc.assert(
    fc.property(fc.array(neutral, { minLength: 1 }), fc.array(fc.tuple(ownWish, fc.nat())), (parts, wishes) => {
      const written: string[] = [...parts]
      for (const [[name, value], at] of wishes) written.splice(at % (written.length + 1), 0, `${name}=${value}`)
      return foldedForm(`${site}/a?${written.join('&')}`).form === `${site}/a?${parts.join('&')}`
    }),
  )
})

it('a page that names another language anywhere in its query stays as it is written', () => {
  fc.assert(
    fc.property(fc.array(neutral), fc.array(ownWish), language, fc.nat(), (parts, wishes, other, at) => {
      const written = [...parts, ...wishes.map(([name, value]) => `${name}=${value}`)]
      written.splice(at % (written.length + 1), 0, `lang=${other}`)
      const url = `${site}/a?${written.join('&')}`
      return foldedForm(url).form === url
    }),
  )
})

it('pages in different languages are never one page', () => {
  const tag = fc.oneof(language, fc.constant('zh-tw'))
  fc.assert(
    fc.property(tag, tag, (one, other) => {
      fc.pre(one !== other)
      return foldedForm(`${site}/a?id=1&lang=${one}`).form !== foldedForm(`${site}/a?id=1&lang=${other}`).form
    }),
  )
})
