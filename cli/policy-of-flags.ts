import { InvalidArgumentError } from 'commander'
import { type PolicyFile, readPolicy } from '../config/read-policy.ts'
import { readStandards } from '../config/read-standards.ts'
import { toolVersion } from '../config/tool-version.ts'
import type { BrowserMode, CrawlPolicy, Standard } from '../store/model/run.ts'
import type { Site } from '../store/model/site.ts'
import { standardInForce } from '../store/model/standard.ts'
import { taipeiDate } from '../store/model/taipei-date.ts'
import { sha256 } from '../store/sha256.ts'

/** Flags of `audit` and `crawl` that shape a crawl; a missing one takes the default of `config/policy.yaml`. */
export interface CrawlFlags {
  maxPages?: number
  maxMinutes?: number
  depth?: number
  include?: string[]
  exclude?: string[]
  concurrency?: number
  rate?: number
  browser?: BrowserMode
  standard?: Standard
  external?: 'check' | 'none'
  /** Seconds. */
  confirmAfter?: number
  seed?: string
  allowPrivate?: boolean
  ignoreRobots?: boolean
  userAgent?: string
}

/** The policy of one run of a site. */
export function policyOfFlags(site: Site, flags: CrawlFlags, now: Date): CrawlPolicy {
  const file = readPolicy()
  const isLocal = site.folder !== null || isLoopback(new URL(site.origin).hostname)
  const { maxPages, maxMinutes, depth } = flags
  return {
    limits: {
      ...file.limits,
      ...defined({ maxPages, maxMinutes, depth }),
      include: flags.include ?? [],
      exclude: flags.exclude ?? [],
    },
    politeness: politenessOf(flags, file, isLocal),
    browser: flags.browser ?? 'sample',
    randomRest: file.randomRest,
    external: site.folder === null ? (flags.external ?? (isLocal ? 'none' : 'check')) : 'none',
    confirmAfterMs: 1000 * (flags.confirmAfter ?? (isLocal ? 0 : file.confirmAfterSeconds)),
    standard: flags.standard ?? standardInForce(now, readStandards()).version,
    seed: flags.seed ?? sha256(`${site.agency.id} ${taipeiDate(now)}`),
  }
}

function politenessOf(flags: CrawlFlags, file: PolicyFile, isLocal: boolean): CrawlPolicy['politeness'] {
  const { concurrency, ratePerSecond, loopbackConcurrency } = file.politeness
  return {
    concurrency: flags.concurrency ?? (isLocal ? loopbackConcurrency : concurrency),
    ratePerSecond: flags.rate ?? (isLocal ? null : ratePerSecond),
    userAgent: flags.userAgent ?? userAgent(file.contact),
    ignoreRobots: flags.ignoreRobots ?? false,
    allowPrivate: flags.allowPrivate ?? false,
    neverAsk: file.neverAsk,
  }
}

function userAgent(contact: string | null): string {
  const name = `Mingjing/${toolVersion()} (web site self-audit`
  return contact === null ? `${name})` : `${name}; contact: ${contact})`
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host)
}

function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> }
}

/** Parses a flag as a number above 0. @throws InvalidArgumentError */
export function positiveNumber(text: string): number {
  const value = Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new InvalidArgumentError('須為大於 0 的數。')
}

/** Parses a flag as a number of 0 or more. @throws InvalidArgumentError */
export function numberFromZero(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value
  throw new InvalidArgumentError('須為 0 或正數。')
}

/** Parses a flag as a whole number of 0 or more. @throws InvalidArgumentError */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0) return value
  throw new InvalidArgumentError('須為 0 或正整數。')
}
