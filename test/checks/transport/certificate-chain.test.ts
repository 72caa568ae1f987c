import { expect, it } from 'vitest'
import check from '../../../checks/transport/certificate-chain.ts'
import { checkSite } from '../../support/check-site.ts'

const origin = 'https://www.agency.test'

it('a chain to a public root conforms, a missing intermediate violates, a root we do not know is for a person', async () => {
  const audit = (...concessions: ('missing-intermediate' | 'unknown-issuer' | 'old-protocol')[]) =>
    checkSite(check, { '/': '<p>home' }, { origin, concessions })
  expect(await audit()).toMatchObject({ numbers: { trusted: [1, 0, 1] }, outcomes: [['trusted', 'conforms']] })
  expect(await audit('missing-intermediate', 'old-protocol')).toMatchObject({
    numbers: { trusted: [0, 0, 1] },
    outcomes: [['missing-intermediate', 'violates']],
    findings: [{ values: { host: 'www.agency.test' }, evidence: [{ kind: 'resource' }] }],
  })
  expect(await audit('unknown-issuer')).toMatchObject({
    numbers: { trusted: [0, 1, 1] },
    outcomes: [['unknown-issuer', 'needs-review']],
  })
  expect((await audit('old-protocol')).outcomes).toEqual([['trusted', 'conforms']])
})

it('each host of the site is judged once, the twin too, and no other host', async () => {
  const files = {
    '/': '<p>home',
    '/a': '<p>a',
    'https://agency.test/': { failure: 'tls' as const },
    'https://other.test/': { failure: 'tls' as const },
  }
  const { outcomes, numbers } = await checkSite(check, files, { origin })
  expect(outcomes).toEqual([
    ['refused', 'needs-review'],
    ['trusted', 'conforms'],
  ])
  expect(numbers).toEqual({ trusted: [1, 1, 2] })
})

it('a host that was read is not called refused because one address of it failed', async () => {
  const files = { '/': { failure: 'tls' as const }, '/a': '<p>a' }
  expect((await checkSite(check, files, { origin })).outcomes).toEqual([['trusted', 'conforms']])
})

it('nothing is said of a folder, of a host that did not answer, and of a site without https', async () => {
  const files = { '/': '<p>home' }
  expect(await checkSite(check, files, { origin, run: { isFolder: true } })).toMatchObject({ status: 'undetermined' })
  expect(await checkSite(check, { '/': { failure: 'reset' } }, { origin })).toMatchObject({ status: 'undetermined' })
  expect(await checkSite(check, files)).toMatchObject({ status: 'not-applicable' })
})
