import { afterEach, expect, it } from 'vitest'
import { runChecks } from '../../checks/run-checks.ts'
import certificateChain from '../../checks/transport/certificate-chain.ts'
import protocolVersion from '../../checks/transport/protocol-version.ts'
import { readStandard } from '../../config/read-standards.ts'
import { readTerms } from '../../config/read-terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { createAuthority, createServerCertificate } from '../support/certificates.ts'
import { crawlSite, fatesOf } from '../support/crawl-site.ts'
import { serveSecure } from '../support/serve-secure.ts'

const root = createAuthority('test root')
const intermediate = createAuthority('test intermediate', root)
const server = createServerCertificate({ issuer: intermediate, hosts: ['127.0.0.1'] })
const whole = { key: server.key, cert: server.cert + intermediate.certificate }
const pages = { '/': '<title>t</title><a href="/a">a</a>', '/a': '<title>a</title><a href="/">t</a>' }
const open: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function crawledOver(options: Parameters<typeof serveSecure>[0]) {
  const served = await serveSecure(options, pages)
  open.push(served)
  const snapshot = await crawlSite(served.origin, { control: { authorities: [root.certificate] } })
  open.push(snapshot)
  return { served, snapshot }
}

/** Message of each finding of the two checks on a site's connections. */
function findings(snapshot: Snapshot): string[] {
  const context = {
    terms: readTerms(),
    agency: snapshot.run.agency,
    declarations: [],
    standard: readStandard('110.07'),
  }
  const results = runChecks(snapshot, [certificateChain, protocolVersion], context)
  return results.flatMap((result) => result.findings.map(({ messageId, verdict }) => `${messageId} ${verdict}`))
}

it.each([
  ['nothing amiss', whole, ['trusted conforms', 'modern conforms']],
  ['no intermediate certificate', server, ['missing-intermediate violates', 'modern conforms']],
  [
    'TLS 1.1 at most',
    { ...whole, minVersion: 'TLSv1' as const, maxVersion: 'TLSv1.1' as const, ciphers: 'DEFAULT:@SECLEVEL=0' },
    ['trusted conforms', 'obsolete violates'],
  ],
])('a site with %s is read whole, and its connections are judged', async (_name, options, expected) => {
  const { served, snapshot } = await crawledOver(options)
  expect(fatesOf(snapshot)).toMatchObject({ '/': 'fetched', '/a': 'fetched' })
  expect(snapshot.run.outcome).toBe('complete')
  expect(findings(snapshot)).toEqual(expected)
  const isVouchedFor = !expected.includes('missing-intermediate violates')
  expect(served.cookies.includes('a=b')).toBe(isVouchedFor)
})

it('a site with a certificate of its own making is not read, and a person is told to look', async () => {
  const own = createServerCertificate({ issuer: null, hosts: ['127.0.0.1'] })
  const { snapshot, served } = await crawledOver(own)
  expect(fatesOf(snapshot)['/']).toBe('failed:tls')
  expect(snapshot.run.outcome).toBe('unreachable')
  expect(served.cookies).toEqual([])
  expect(findings(snapshot)).toEqual(['refused needs-review', 'unseen needs-review'])
})
