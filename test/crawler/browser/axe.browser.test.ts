import { expect, it } from 'vitest'
import type { AxeArtifact } from '../../../store/model/artifact.ts'
import { examine, pageWith } from './browser-site.ts'

const url = 'http://agency.test/'

function groupsOf(artifact: AxeArtifact, rule: string): [string, number][] {
  return artifact.groups.filter((group) => group.rule === rule).map(({ selector, count }) => [selector, count])
}

it('images without a text alternative are counted exactly and grouped by what they have in common', async () => {
  const row = (n: number) => `<li id="news${n}"><a href="/n/${n}"><img src="/i/${n}.png" width="9" height="9"></a></li>`
  const list = `<ul class="news-list">${Array.from({ length: 7 }, (_, n) => row(n)).join('')}</ul>`
  const examined = await examine({ [url]: pageWith(`${list}<img src="/logo.png" width="9" height="9">`) })
  const axe = examined.artifact<AxeArtifact>(url, 'axe')
  expect(axe.status).toBe('examined')
  expect(groupsOf(axe, 'image-alt')).toEqual([
    ['body > main > img', 1],
    ['li#news > a > img', 7],
  ])
  const group = axe.groups.find((one) => one.rule === 'image-alt' && one.count === 7)
  expect(group).toMatchObject({
    outcome: 'violation',
    impact: 'critical',
    help: expect.stringMatching(/圖片|影像|替代/),
  })
  expect(group?.tags).toContain('wcag111')
  expect(group?.examples).toHaveLength(3)
  expect(group?.examples[0]).toMatchObject({ html: expect.stringContaining('<img src="/i/0.png"') })
})
