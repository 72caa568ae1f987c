import { expect, it } from 'vitest'
import { whyNotRendered } from '../../../crawler/browser/open-page.ts'

const page = { textLength: 500, rawTemplates: 0, hasScripts: true, links: [], anchors: [] }

it('a page with little text is not rendered only if scripts could have written more', () => {
  expect(whyNotRendered(page)).toBeNull()
  expect(whyNotRendered({ ...page, textLength: 200 })).toBeNull()
  expect(whyNotRendered({ ...page, textLength: 199 })).toBe('too-little-text')
  expect(whyNotRendered({ ...page, textLength: 0, hasScripts: false })).toBeNull()
})

it('a page that shows a raw template is not rendered, however long', () => {
  expect(whyNotRendered({ ...page, rawTemplates: 1 })).toBe('raw-template')
})
