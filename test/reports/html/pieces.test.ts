import { expect, it } from 'vitest'
import { documentText } from '../../../reports/html/markup.ts'
import { siteLink } from '../../../reports/html/pieces.ts'

it('an address of the web becomes a link', () => {
  expect(documentText(siteLink('https://agency.test/?a=1&b=2'))).toContain('href="https://agency.test/?a=1&amp;b=2"')
})

it.each(['javascript:alert(1)', 'data:text/html,x', 'http://https://agency.test/', 'no address', ''])(
  'what leads nowhere or runs something stays text: %s',
  (url) => {
    const shown = documentText(siteLink(url))
    expect(shown).not.toContain('href')
    expect(shown).toContain(url)
  },
)
