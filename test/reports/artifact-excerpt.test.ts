import { expect, it } from 'vitest'
import { artifactExcerpt } from '../../reports/build/artifact-excerpt.ts'

const example = {
  selector: '.list > li:nth-child(2) > a',
  html: `<p>\n   ${'很長的文字'.repeat(90)}</p>`,
  summary: '修正以下任一問題：\n 對比不足\n\n修正以下所有問題：\n 預期對比 4.5:1',
}

it('of elements axe names, one is shown by a selector that finds it, with all that is wrong and little markup', () => {
  const group = { rule: 'color-contrast', selector: '.list > li > a', count: 7, examples: [example, example] }
  const [selector, html, ...summary] = artifactExcerpt(group).split('\n')
  expect(selector).toBe(example.selector)
  expect(html).toMatch(/^<p> 很長.{100,}…$/)
  expect(summary).toEqual(['修正以下任一問題：', ' 對比不足', '修正以下所有問題：', ' 預期對比 4.5:1'])
})

it('elements of a walk and of a narrow window are told in words', () => {
  const stop = { selector: 'body > a.top', tag: 'a', name: '回頁首', isVisible: true, indicator: 'none' }
  expect(artifactExcerpt(stop)).toBe('body > a.top：回頁首')
  const jump = { stop: 0, name: '跳到主要內容', fragment: 'C', isOwn: false, isThere: false, isMoving: null }
  expect(artifactExcerpt([jump])).toBe('跳到主要內容：#C（網頁中無此位置）')
  expect(artifactExcerpt([])).toBe('（無）')
  const wide = Array.from({ length: 7 }, (_, n) => ({ selector: `p.${n}`, width: 900, isTwoDimensional: false }))
  expect(artifactExcerpt(wide).split('\n')).toEqual([...[0, 1, 2, 3, 4].map((n) => `p.${n}（至第900像素）`), '等7處'])
  expect(artifactExcerpt([{ selector: 'p.a', text: '文字' }])).toBe('p.a：文字')
})

it('anything else stands as it was stored', () => {
  expect(artifactExcerpt('examined')).toBe('"examined"')
  expect(artifactExcerpt({ status: 'unanswered' })).toBe('{"status":"unanswered"}')
})
