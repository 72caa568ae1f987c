import { describe, expect, it } from 'vitest'
import { extractPage } from '../../../crawler/extract/page.ts'

const place = { url: 'http://agency.test/dir/', encoding: 'UTF-8' }

function forms(html: string) {
  return extractPage(html, place).forms
}

function labelOf(html: string): string | undefined {
  return forms(`<form>${html}</form>`)[0]?.controls[0]?.label
}

it('a form says where it sends, how, and what it asks for', () => {
  const html = `<header><form action="/search" method="GET" id=s>站內搜尋 <input name=q accesskey=S title="請輸入關鍵字"><button>搜尋</button></form></header>`
  const [form] = forms(html)
  expect(form).toMatchObject({
    action: 'http://agency.test/search',
    method: 'get',
    region: 'nav',
    selector: '#s',
    text: '站內搜尋 搜尋',
    controls: [
      { tag: 'input', type: 'text', name: 'q', label: '請輸入關鍵字' },
      { tag: 'button', type: 'submit', name: null, label: '搜尋' },
    ],
  })
  expect(html.slice(form?.start, form?.end)).toMatch(/^<form.*<\/form>$/)
})

it('a form without action sends to the page itself, one that runs a script nowhere', () => {
  expect(forms('<form method=post></form>')[0]).toMatchObject({ action: place.url, method: 'post' })
  expect(forms('<form action="javascript:go()"></form>')[0]?.action).toBeNull()
})

describe('the label of a control is the first that says something', () => {
  it.each([
    ['<label for=q>關鍵字</label><input id=q title=x>', '關鍵字'],
    ['<input id=q title=x><label for=q>在後</label>', '在後'],
    ['<label>姓名 <input></label>', '姓名'],
    ['<label for="">密碼</label><input title=x>', 'x'],
    ['<input aria-label=甲 title=乙>', '甲'],
    ['<input title=乙 placeholder=丙>', '乙'],
    ['<input placeholder=丙 value=丁>', '丙'],
    ['<input type=image src=x alt=查詢>', '查詢'],
    ['<input type=submit value=送出>', '送出'],
    ['<button type=button title=t><img src=x alt=搜尋></button>', '搜尋'],
    ['<button aria-label=a>  </button>', 'a'],
    ['<input type=hidden name=__VIEWSTATE value=abc>', ''],
    ['<label for=q> </label><input id=q>', ''],
  ])('%s', (html, label) => {
    expect(labelOf(html)).toBe(label)
  })
})

it('types are as HTML resolves them', () => {
  const html =
    '<form><input><input type=SEARCH><input type=nonsense><select></select><textarea></textarea><button></button><button type=button></button></form>'
  expect(forms(html)[0]?.controls.map((control) => control.type)).toEqual([
    'text',
    'search',
    'text',
    'select',
    'textarea',
    'submit',
    'button',
  ])
})

it('the text of a form holds the options of its lists', () => {
  expect(forms('<form><select><option>主題分類<option>施政分類</select></form>')[0]?.text).toBe('主題分類 施政分類')
})

it('a form that is never closed reaches to the end of what encloses it', () => {
  const html = '<div><form action=/s><input name=q></div><p>後文'
  const [form] = forms(html)
  expect(html.slice(form?.start, form?.end)).toBe('<form action=/s><input name=q>')
})
