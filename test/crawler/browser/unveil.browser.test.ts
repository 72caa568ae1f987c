import { expect, it } from 'vitest'
import type { AxeArtifact } from '../../../store/model/artifact.ts'
import { examine, pageWith } from './browser-site.ts'

const url = 'http://agency.test/'
const style = `<style>.far { margin-top: 3000px } .veiled { visibility: hidden }
  @keyframes in { from { color: #ddd } to { color: #111 } } .shown { animation: in 2s }</style>`
const far = '<section class="far veiled"><p>逐漸清楚的文字</p><img src="/i.png" width="9" height="9"></section>'

async function groupsOn(script: string, body = far) {
  const examined = await examine({ [url]: pageWith(`<p>內容</p>${body}<script>${script}</script>`, style) })
  const { groups, isStable } = examined.artifact<AxeArtifact>(url, 'axe')
  const found = groups.filter(({ rule }) => rule === 'image-alt' || rule === 'color-contrast')
  return { isStable, found: found.map(({ rule, outcome, count }) => [rule, outcome, count]) }
}

it('what appears when it is scrolled to is examined, once it has appeared', async () => {
  const observed = `new IntersectionObserver(([{ isIntersecting, target }]) => {
    if (isIntersecting) target.className = 'far shown'
  }).observe(document.querySelector('.far'))`
  const asked = `addEventListener('scroll', () => {
    const far = document.querySelector('.far')
    if (far.getBoundingClientRect().top < innerHeight) far.className = 'far shown'
  })`
  for (const script of [observed, asked])
    expect(await groupsOn(script)).toEqual({ isStable: true, found: [['image-alt', 'violation', 1]] })
})

it('a page where nothing waits to be scrolled to is left as it is, and what never appears stays unexamined', async () => {
  const changed = `addEventListener('resize', () => document.querySelector('main').append(new Image()), { once: true })`
  const plain = '<section class="far"><p>文字</p></section><p class="veiled">看不見的文字</p>'
  expect((await groupsOn(changed, plain)).found).toEqual([['image-alt', 'violation', 1]])
  expect((await groupsOn(changed, plain.replace('class="veiled"', ''))).found).toEqual([])
  expect((await groupsOn('')).found).toEqual([])
})
