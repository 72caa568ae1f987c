import { createHash, X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { createCertificate } from '../../../crawler/browser/self-signed-certificate.ts'

it('the certificate is signed by its own key, and the hash is that of the key', () => {
  const { cert, spkiHash } = createCertificate()
  const parsed = new X509Certificate(cert)
  expect(parsed.verify(parsed.publicKey)).toBe(true)
  expect(parsed.issuer).toBe('CN=mingjing browser proxy')
  const spki = parsed.publicKey.export({ type: 'spki', format: 'der' })
  expect(spkiHash).toBe(createHash('sha256').update(spki).digest('base64'))
})

it('each has a key of its own', () => {
  expect(createCertificate().key).not.toBe(createCertificate().key)
})
