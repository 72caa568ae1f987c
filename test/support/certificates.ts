import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { certificatePem, der, sequence } from '../../crawler/browser/der.ts'

/** Somebody who signs certificates, made at test time. */
export interface Authority {
  name: string
  key: KeyObject
  /** Its own certificate, PEM. */
  certificate: string
}

/** What a TLS server is given; `cert` is its own certificate alone. */
export interface ServerCertificate {
  key: string
  cert: string
}

interface Wanted {
  issuer: Authority | null
  /** Names and IPv4 addresses the certificate is for. */
  hosts: readonly string[]
  /** Default: from yesterday for a year. */
  validFrom?: Date
  validTo?: Date
}

const dayMs = 86_400_000
const ecdsaWithSha256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'))
const version3 = der(0xa0, der(0x02, Buffer.from([2])))
const basicConstraints = Buffer.from('0603551d13', 'hex')
const subjectAltName = Buffer.from('0603551d11', 'hex')
const yes = Buffer.from('0101ff', 'hex')

/** An authority signed by `issuer`, or by itself. */
export function createAuthority(name: string, issuer: Authority | null = null): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const isAuthority = extension(basicConstraints, yes, sequence(yes))
  const signer = { name: issuer?.name ?? name, key: issuer?.key ?? privateKey }
  const certificate = signed({ name, publicKey, from: yesterday(), to: inAYear(), extensions: [isAuthority] }, signer)
  return { name, key: privateKey, certificate }
}

/** A server's key and certificate, signed by its issuer; without one, by itself. */
export function createServerCertificate({ issuer, hosts, ...validity }: Wanted): ServerCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { validFrom: from = yesterday(), validTo: to = inAYear() } = validity
  const names = extension(subjectAltName, Buffer.alloc(0), sequence(...hosts.map(generalName)))
  const signer = issuer ?? { name: 'server', key: privateKey }
  const cert = signed({ name: 'server', publicKey, from, to, extensions: [names] }, signer)
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert }
}

interface Draft {
  name: string
  publicKey: KeyObject
  from: Date
  to: Date
  extensions: readonly Buffer[]
}

function signed({ name, publicKey, from, to, extensions }: Draft, signer: { name: string; key: KeyObject }): string {
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]))
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const validity = sequence(utcTime(from), utcTime(to))
  const names = [commonName(signer.name), validity, commonName(name)]
  const content = sequence(version3, serial, ecdsaWithSha256, ...names, spki, der(0xa3, sequence(...extensions)))
  const signature = sign('sha256', content, { key: signer.key, dsaEncoding: 'der' })
  return certificatePem(sequence(content, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature)))
}

function commonName(name: string): Buffer {
  return sequence(der(0x31, sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(name)))))
}

function extension(id: Buffer, critical: Buffer, value: Buffer): Buffer {
  return sequence(id, critical, der(0x04, value))
}

function generalName(host: string): Buffer {
  if (isIP(host) === 4) return der(0x87, Buffer.from(host.split('.').map(Number)))
  return der(0x82, Buffer.from(host))
}

function utcTime(time: Date): Buffer {
  return der(
    0x17,
    Buffer.from(
      `${time
        .toISOString()
        .replace(/[-:T]|\.\d+/g, '')
        .slice(2)}`,
    ),
  )
}

function yesterday(): Date {
  return new Date(Date.now() - dayMs)
}

function inAYear(): Date {
  return new Date(Date.now() + 365 * dayMs)
}
