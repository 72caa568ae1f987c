import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { certificatePem, der, sequence } from './der.ts'

/** What a TLS server needs to answer, and what Chromium is told to trust. */
export interface ThrowAwayCertificate {
  /** PEM. */
  key: string
  /** PEM. */
  cert: string
  /** Base64 of the SHA-256 of the public key's SubjectPublicKeyInfo. */
  spkiHash: string
}

/** DER of the object identifiers and dates below is written out: they never change. */
const ecdsaWithSha256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'))
const commonName = Buffer.from('0603550403', 'hex')
const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from('mingjing browser proxy')))))
const validity = sequence(der(0x17, Buffer.from('260101000000Z')), der(0x17, Buffer.from('491231235959Z')))
const version3 = der(0xa0, der(0x02, Buffer.from([2])))
const serial = der(0x02, Buffer.from([1]))

/**
 * A fresh key with a certificate signed by itself (RFC 5280, without extensions). It names no host: the one browser
 * that sees it is told to trust this key, and the facts of the site's own certificate come from the fetch layer.
 */
export function createCertificate(): ThrowAwayCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: certificatePem(certificate(spki, privateKey)),
    spkiHash: createHash('sha256').update(spki).digest('base64'),
  }
}

function certificate(spki: Buffer, privateKey: KeyObject): Buffer {
  const content = sequence(version3, serial, ecdsaWithSha256, name, validity, name, spki)
  const signature = sign('sha256', content, { key: privateKey, dsaEncoding: 'der' })
  return sequence(content, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature))
}
