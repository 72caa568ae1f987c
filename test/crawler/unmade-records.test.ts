import { expect, it } from 'vitest'
import { unmadeRecords } from '../../crawler/unmade-records.ts'

const asked = (...paths: string[]) =>
  unmadeRecords(
    paths.map((path) => ({ url: `http://a.test${path}` })),
    'one',
  ).map(({ directory, url }) => [directory, url].map((address) => address.slice('http://a.test'.length)))

it('a program is asked for one record that nobody can have made, the same for the same seed', () => {
  const paths = ['/news.aspx?mp=1&id=1001', '/news.aspx?mp=1&id=1002', '/news.aspx?mp=1&id=1003']
  const [[program, address] = []] = asked(...paths)
  expect(program).toBe('/news.aspx?id=')
  expect(address).toMatch(/^[/]news[.]aspx[?]mp=1&id=19\d{8}$/)
  expect(asked(...paths)).toEqual([[program, address]])
})

it.each([
  ['/a.php?xid=1001&id=1001234', /^[/]a[.]php[?]xid=1001&id=19\d{8}$/],
  ['/a.php?news%5Bid%5D=1001', /^[/]a[.]php[?]news%5Bid%5D=19\d{8}$/],
  ['/a.php?q=%A4%E9&id=1001', /^[/]a[.]php[?]q=%A4%E9&id=19\d{8}$/],
])('of %s the id alone is another, however it is spelt', (path, expected) => {
  const [[, address] = []] = asked(path, `${path}2`, `${path}3`)
  expect(address).toMatch(expected)
})

it('an id of another form keeps its form', () => {
  const guid = (digit: string) => `/show?key=0f8fad5b-d9cb-469f-a165-70867728950${digit}`
  const [[, address] = []] = asked(guid('1'), guid('2'), guid('3'))
  expect(address).toMatch(/^[/]show[?]key=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect([guid('1'), guid('2'), guid('3')]).not.toContain(address)
})

it.each([
  [['/a.aspx?id=1001', '/a.aspx?id=1002']],
  [['/a.aspx?mp=1', '/a.aspx?mp=2', '/a.aspx?mp=3']],
  [['/a.aspx?date=20261101', '/a.aspx?date=20261102', '/a.aspx?date=20261103']],
  [['/a.aspx?q=1151101', '/a.aspx?q=1151102', '/a.aspx?q=1151103']],
  [['/a.aspx?page=101', '/a.aspx?page=102', '/a.aspx?page=103']],
  [['/a.aspx?q=water', '/a.aspx?q=road', '/a.aspx?q=river']],
])('%j are no records of a program', (paths) => {
  expect(asked(...paths)).toEqual([])
})

it('the busiest program comes first', () => {
  const records = (program: string, count: number) => Array.from({ length: count }, (_, n) => `${program}${1000 + n}`)
  const found = asked(...records('/a.php?id=', 3), ...records('/b.php?no=', 4))
  expect(found.map(([program]) => program)).toEqual(['/b.php?no=', '/a.php?id='])
})
