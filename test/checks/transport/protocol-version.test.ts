import { expect, it } from 'vitest'
import check from '../../../checks/transport/protocol-version.ts'
import { checkSite } from '../../support/check-site.ts'

const origin = 'https://agency.test'
const files = { '/': '<p>home' }

it('TLS 1.2 and later conforms, what only speaks older versions violates', async () => {
  expect(await checkSite(check, files, { origin })).toMatchObject({
    numbers: { modern: [1, 0, 1] },
    outcomes: [['modern', 'conforms']],
  })
  expect(await checkSite(check, files, { origin, concessions: ['old-protocol'] })).toMatchObject({
    numbers: { modern: [0, 0, 1] },
    outcomes: [['obsolete', 'violates']],
    findings: [{ values: { protocol: 'TLSv1.1' } }],
  })
  expect((await checkSite(check, files, { origin, concessions: ['missing-intermediate'] })).outcomes).toEqual([
    ['modern', 'conforms'],
  ])
})

it('a host that speaks TLS 1.2 in an old-fashioned way is for a person to look at', async () => {
  const { outcomes, numbers } = await checkSite(check, files, {
    origin,
    concessions: ['old-protocol'],
    protocol: 'TLSv1.2',
  })
  expect([outcomes, numbers]).toEqual([[['weak', 'needs-review']], { modern: [0, 1, 1] }])
})

it('a host whose certificate was refused is for a person to look at', async () => {
  const { outcomes, numbers } = await checkSite(check, { '/': { failure: 'tls' } }, { origin })
  expect([outcomes, numbers]).toEqual([[['unseen', 'needs-review']], { modern: [0, 1, 1] }])
})

it('nothing is said of a folder, of a host that did not answer, and of a site without https', async () => {
  expect(await checkSite(check, files, { origin, run: { isFolder: true } })).toMatchObject({ status: 'undetermined' })
  expect(await checkSite(check, { '/': { failure: 'refused' } }, { origin })).toMatchObject({ status: 'undetermined' })
  expect(await checkSite(check, files)).toMatchObject({ status: 'not-applicable' })
})
