import { expect, it } from 'vitest'
import internalResolve from '../../checks/links/internal-resolve.ts'
import { runChecks } from '../../checks/run-checks.ts'
import { readStandard } from '../../config/read-standards.ts'
import { readTerms } from '../../config/read-terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { fatesOf } from '../support/crawl-site.ts'
import { crawled, site } from '../support/crawled-sites.ts'
import { answerWith } from '../support/serve.ts'

const css = (text: string) => answerWith(200, { 'content-type': 'text/css' }, text)

function findingsOn(snapshot: Snapshot): string[] {
  const context = {
    terms: readTerms(),
    agency: snapshot.run.agency,
    declarations: [],
    standard: readStandard('110.07'),
  }
  const [result] = runChecks(snapshot, [internalResolve], context)
  return (result?.findings ?? []).map(({ url, verdict, pages }) => `${new URL(url).pathname} ${verdict} ${pages}`)
}

it('what style sheets name is asked for, also behind imports, and found by name', async () => {
  const served = await site({
    '/': '<link rel=stylesheet href=/css/a.css><p>x<a href=/b>b</a>',
    '/b': '<link rel=stylesheet href=/css/a.css><p>x',
    '/css/a.css': css('@import "b.css"; p{background:url(../img/a.png)} @font-face{src:url(f.eot),url(f.woff2)}'),
    '/css/b.css': css('@import url(gone.css); p{background:url(deep.png)}'),
    '/img/a.png': new Uint8Array([1]),
    '/css/f.woff2': new Uint8Array([1]),
  })
  const snapshot = await crawled(served.origin)
  expect(fatesOf(snapshot)).toMatchObject({
    '/css/b.css': 'fetched',
    '/css/gone.css': 'fetched',
    '/css/deep.png': 'fetched',
    '/css/f.woff2': 'fetched',
    '/img/a.png': 'fetched',
  })
  expect(served.requests).not.toContain('/css/f.eot')
  expect(snapshot.urlFates().find(({ url }) => url.endsWith('deep.png'))?.foundBy).toBe('style-sheet')
  // An import is always asked for; a picture only where its rule applies: that is a question.
  expect(findingsOn(snapshot)).toEqual(['/css/deep.png needs-review 2', '/css/gone.css violates 2'])
  const deep = snapshot.resourceAt(`${served.origin}/css/deep.png`)
  expect(snapshot.pagesPulling(deep?.id ?? 0).map(({ url }) => new URL(url).pathname)).toEqual(['/', '/b'])
})

it('a dead address that only a script or a rule names is a question, until a link leads there too', async () => {
  const served = await site({
    '/': `<style>p{background:url(/rule.png)}</style><button onclick="location.href='/gone'">x</button>
      <button onclick="window.open('/linked')">x</button><a href=/linked>x</a><p data-href=/there>x`,
    '/there': '<p>x',
  })
  const snapshot = await crawled(served.origin)
  expect(findingsOn(snapshot)).toEqual(['/gone needs-review 1', '/linked violates 1', '/rule.png needs-review 1'])
  expect(fatesOf(snapshot)['/there']).toBe('fetched')
})
