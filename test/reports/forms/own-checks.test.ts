import { expect, it } from 'vitest'
import { checks } from '../../../checks/index.ts'
import { runChecks } from '../../../checks/run-checks.ts'
import { readFormLayouts } from '../../../config/read-form-layout.ts'
import { readStandard } from '../../../config/read-standards.ts'
import { readTerms } from '../../../config/read-terms.ts'
import { render } from '../../../reports/render.ts'
import { snapshotOf } from '../../support/snapshot-of.ts'
import { fixtureBodies, fixtureReport } from '../fixture-reports.ts'

/** A site that offers every file we export, in ODS, ODT and Word. */
async function siteOfForms() {
  const files: Record<string, Uint8Array> = {}
  for (const format of ['ods', 'odt', 'docx'] as const) {
    for await (const { path, content } of render(fixtureReport('full'), fixtureBodies, format, readFormLayouts())) {
      if (typeof content !== 'string') files[`/${path}`] = content
    }
  }
  const links = Object.keys(files).map((path) => `<li><a href="${path}">${path.split('/').at(-1)}</a>`)
  return {
    files,
    site: { '/': `<html lang="zh-Hant-TW"><title>表件</title><main><ul>${links.join('')}</ul></main>`, ...files },
  }
}

it('every exported file passes our own checks of documents', async () => {
  const { files, site } = await siteOfForms()
  const snapshot = await snapshotOf(site)
  const { agency, policy } = snapshot.run
  const own = checks.filter(({ id }) => id.startsWith('documents/'))
  const context = { terms: readTerms(), agency, declarations: [], standard: readStandard(policy.standard) }
  const results = runChecks(snapshot, own, context)
  expect(results.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict !== 'conforms'))).toEqual([])
  const measures = new Map(results.flatMap((one) => one.measures.map((each) => [`${one.checkId}#${each.name}`, each])))
  const count = Object.keys(files).length
  expect(count).toBeGreaterThan(15)
  expect(measures.get('documents/format-matches-content#matching')).toMatchObject({
    value: count,
    unknown: 0,
    outOf: count,
  })
  const share = measures.get('documents/editable-offered-as-odf#share')
  expect(share?.value).toBe(share?.outOf)
})

it('each is what its name says, with the mimetype where the standard wants it', async () => {
  const { files, site } = await siteOfForms()
  const documents = (await snapshotOf(site)).documents()
  expect(documents).toHaveLength(Object.keys(files).length)
  for (const { named, detected, facts } of documents) {
    expect(detected).toBe(named)
    expect(facts.office?.isContentWellFormed).toBe(true)
    expect(facts.office?.isMimetypeFirst).toBe(named === 'docx' ? null : true)
  }
})
