import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isOfSeries, normaliseSelector, stableName } from '../../../../crawler/browser/in-page/stable-selector.ts'

it('names of items in a row become one name', () => {
  expect(['news1', 'news-12', 'item_3_title', 'ctl00_ContentPlaceHolder1_GridView1_ctl02_lbl'].map(stableName)).toEqual(
    ['news', 'news', 'item_title', 'ctl_ContentPlaceHolder_GridView_ctl_lbl'],
  )
})

it('names a program made up, and names of a momentary state, are none', () => {
  const names = [
    'css-1x2y3z',
    'sc-bdVaJa',
    'jsx-123',
    'a1b2c3',
    'ng-tns-c12-3',
    'active',
    'is-open',
    'ng-hidden',
    'odd',
    'active2',
    'slick-current',
    'slick-loading',
    'swiper-slide-duplicate-next',
    'animate__fadeInUp',
    'fadeInLeft',
    'no-scroll',
    '',
  ]
  expect(names.map(stableName)).toEqual(names.map(() => ''))
})

it('ids that differ in letters beside digits are of a series, those that differ in digits or in words are not', () => {
  expect(isOfSeries('tab_qjm42', 'tab_xqe29')).toBe(true)
  expect(isOfSeries('tab_qjm42_con', 'tab_fea381_con')).toBe(true)
  expect(isOfSeries('news1', 'news2')).toBe(false)
  expect(isOfSeries('part_top', 'part_end')).toBe(false)
  expect(isOfSeries('tab_qjm42', 'menu_xqe29')).toBe(false)
  expect(isOfSeries('header', '')).toBe(false)
})

it('names that mean something stay as they are, in any script', () => {
  const names = [
    'slick-slide',
    'swiper',
    'carousel',
    'fade',
    'news-list',
    'mainContent',
    '最新消息',
    'open-data',
    'information',
    'onlineService',
  ]
  expect(names.map(stableName)).toEqual(names)
})

it('a selector loses positions, digits, and what only one element has', () => {
  expect(normaliseSelector('#news12 > li:nth-child(3) > a[href="/n/3"] > img[src$="3.png"]')).toBe(
    '#news > li > a > img',
  )
  expect(normaliseSelector('#\\31 23 > .css-1x2y3z')).toBe('* > *')
  expect(normaliseSelector('input[type="text"][name="q1"]')).toBe('input[type="text"][name="q"]')
})

it('a stable name has no digits, and is its own stable name', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab-_19ü') }), (name) => {
      const once = stableName(name)
      expect(once).not.toMatch(/\d/)
      expect(stableName(once)).toBe(once)
    }),
  )
})
