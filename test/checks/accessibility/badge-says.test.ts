import { expect, it } from 'vitest'
import { appliedOn, levelOfBadge, versionOfBadge, yearsAfter } from '../../../checks/accessibility/badge-says.ts'
import { imageSizeOf } from '../../../checks/accessibility/image-size.ts'
import { png } from '../../../fixtures/files/png.ts'

function saying(text: string, file = 'down_41.jpg') {
  const image = { alt: text, width: null, height: null, url: `http://agency.test/${file}` }
  return { node: {}, leads: 'detail', number: null, image, text } as const
}

/** Texts as real sites write them: facts 4.3. */
it.each([
  ['通過AA優先等級無障礙網頁檢測,另開新視窗', 'AA'],
  ['通過A優先等級無障礙網頁檢測', 'A'],
  ['通過A+等級無障礙網頁檢測, 另開新視窗.', 'A+'],
  ['本站通過AA檢測等級無障礙網頁檢測', 'AA'],
  ['無障礙 AA 標章', 'AA'],
  ['無障礙A+', 'A+'],
  ['無障礙2A', 'AA'],
  ['無障礙３Ａ', 'AAA'],
  ['Web Priority A+ Accessibility Approval', 'A+'],
  ['Passed AA Web Accessibility', 'AA'],
  ['無障礙標章2.0「另開新視窗」', null],
  ['badge of accessibility 2.0', null],
])('the level of %s is %s', (text, level) => {
  expect(levelOfBadge(saying(text))).toBe(level)
})

it.each([
  ['A_Plus.gif', 'A+'],
  ['aplus.png', 'A+'],
  ['aa.jpg', 'AA'],
  ['accessibility_aa.jpg', 'AA'],
  ['badge_AA.png?v=2', 'AA'],
  ['aaBadge.png', 'AA'],
  ['banana.png', null],
])('the file name %s says %s', (file, level) => {
  expect(levelOfBadge(saying('無障礙標章', file))).toBe(level)
})

it('the version is what is written, and 1.0 for A+', () => {
  expect(versionOfBadge(saying('無障礙標章2.0'))).toBe('2.0')
  expect(versionOfBadge(saying('無障礙A+'))).toBe('1.0')
  expect(versionOfBadge(saying('無障礙AA標章'))).toBeNull()
})

it('fourteen digits are a day, or none', () => {
  expect(appliedOn('20231019153714')).toBe('2023-10-19')
  for (const none of ['20230230101010', '20231319153714', '19990101000000', 'x', null]) {
    expect(appliedOn(none)).toBeNull()
  }
  expect(yearsAfter('2023-10-19', 3)).toBe('2026-10-19')
})

it('the size of an image is told by its head, and never of one that is cut off', () => {
  expect(imageSizeOf(png(88, 31, [[0, 0, 0]]))).toEqual({ width: 88, height: 31 })
  expect(imageSizeOf(Buffer.from('474946383961580 01f00'.replace(' ', ''), 'hex'))).toEqual({ width: 88, height: 31 })
  const jpeg = 'ffd8ffe000040000ffc0000b08001f00580101'
  expect(imageSizeOf(Buffer.from(jpeg, 'hex'))).toEqual({ width: 88, height: 31 })
  for (const broken of ['', '89', '89504e47', 'ffd8', 'ffd8ffe0', 'ffd8ffe0ffff', 'ffd8ffc0000b', '00112233']) {
    expect(imageSizeOf(Buffer.from(broken, 'hex')), broken).toBeNull()
  }
})
