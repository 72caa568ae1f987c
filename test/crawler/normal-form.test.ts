import { expect, it } from 'vitest'
import { normalForm } from '../../crawler/normal-form.ts'

it('fragment, credentials and default port do not make another address', () => {
  expect(normalForm(new URL('http://u:p@Site.test:80/a?b=1#c'))).toBe('http://site.test/a?b=1')
})

it('query order and percent-encoding are kept as the site wrote them', () => {
  expect(normalForm(new URL('http://site.test/%e4%b8%ad?b=2&a=%A4%A4'))).toBe('http://site.test/%e4%b8%ad?b=2&a=%A4%A4')
})
