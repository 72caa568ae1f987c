import { expect, it } from 'vitest'
import check from '../../../checks/services/cross-platform.ts'
import type { ReflowArtifact, ReflowView } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'
import { applicationForm, contentPage, menuPage } from './service-site.ts'

const viewport = '<meta name="viewport" content="width=device-width">'
const apply = contentPage('線上申辦', applicationForm).replace('<head>', `<head>${viewport}`)
const home = menuPage(['線上申辦', '/apply'])
const wide = [{ selector: 'main', width: 900, isTwoDimensional: false }]
const table = [{ selector: 'table', width: 900, isTwoDimensional: true }]

function measured(view: Partial<ReflowView> = {}, isStable = true): ReflowArtifact {
  const views = [390, 320].map((windowWidth) => ({ windowWidth, scrollWidth: 320, wide: [], cut: [], ...view }))
  return { status: 'measured', detail: null, isStable, views }
}

function audit(reflow: ReflowArtifact, answers: Record<string, string> = {}) {
  return checkSite(check, { '/': home, '/apply': apply, ...answers }, { artifacts: { '/apply': { reflow } } })
}

it('a service page that fits a telephone conforms', async () => {
  const { numbers, findings } = await audit(measured({ scrollWidth: 391 }))
  expect([numbers['pages'], findings]).toEqual([[1, 0, 1], []])
})

it('one that scrolls sideways is a violation, and what fits only a wider window than 320 pixels is none', async () => {
  const { numbers, outcomes } = await audit(measured({ scrollWidth: 900, wide }))
  expect([numbers['pages'], outcomes]).toEqual([[0, 0, 1], [['scrolls', 'violates']]])
  const { views, ...rest } = measured()
  const small = views.map((view) => (view.windowWidth === 320 ? { ...view, scrollWidth: 360, wide } : view))
  expect((await audit({ ...rest, views: small })).outcomes).toEqual([])
})

it('a table that sticks out, and a page that still moves, are questions', async () => {
  for (const reflow of [measured({ scrollWidth: 900, wide: table }), measured({ scrollWidth: 900, wide }, false)]) {
    const { numbers, outcomes } = await audit(reflow)
    expect([numbers['pages'], outcomes]).toEqual([[0, 1, 1], [['plane', 'needs-review']]])
  }
})

it('without a viewport a telephone shrinks the page; where there is a version for telephones, ask', async () => {
  const plain = { '/apply': apply.replace(viewport, '') }
  expect((await audit(measured(), plain)).outcomes).toEqual([['no-viewport', 'violates']])
  const both = { ...plain, '/': menuPage(['線上申辦', '/apply'], ['行動版', '/m']) }
  expect((await audit(measured(), both)).outcomes).toEqual([['other-version', 'needs-review']])
})

it('a service page that no browser opened is unknown', async () => {
  const second = { '/': menuPage(['線上申辦', '/apply'], ['線上預約', '/book']), '/book': apply }
  expect((await audit(measured(), second)).numbers['pages']).toEqual([1, 1, 2])
})

it('without a service page, and without a measured one, nothing is known', async () => {
  const none = await checkSite(check, { '/': menuPage() }, { artifacts: { '/': { reflow: measured() } } })
  expect(none).toMatchObject({ status: 'undetermined' })
  expect(await audit({ ...measured(), status: 'failed', views: [] })).toMatchObject({ status: 'undetermined' })
  expect(await checkSite(check, { '/': home, '/apply': apply })).toMatchObject({ status: 'undetermined' })
})
