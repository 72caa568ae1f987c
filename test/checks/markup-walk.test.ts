import { expect, it } from 'vitest'
import { aboveNamed, elementsBeneath, type MarkupNode, proseBeneath, textBeneath } from '../../checks/markup-walk.ts'
import { parseHtml } from '../../store/html.ts'

function rootOf(html: string): MarkupNode {
  return parseHtml(html).root()[0] as unknown as MarkupNode
}

it('reads the text of a part as people read it: without scripts, styles and comments', () => {
  const root = rootOf('<td>申請<b>書</b><script>let a</script><style>b{}</style><!-- c --> 下載</td>')
  expect(proseBeneath(root)).toBe('申請書 下載')
  expect(textBeneath(root)).toBe('申請書let ab{} 下載')
})

it('finds elements of several names in the order of the page', () => {
  const found = elementsBeneath(rootOf('<table><tr><th>一<td>二<tr><td>三</table>'), 'tr', 'td')
  expect(found.map(({ name }) => name)).toEqual(['tr', 'td', 'tr', 'td'])
})

it('names what an element stands in', () => {
  const [inside, outside] = elementsBeneath(rootOf('<nav><p><a>一</a></p></nav><a>二</a>'), 'a') as [
    MarkupNode,
    MarkupNode,
  ]
  expect([inside, outside].map((link) => aboveNamed(link, 'nav', 'form')?.name ?? null)).toEqual(['nav', null])
})
