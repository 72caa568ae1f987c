import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { readAgency, unknownAgency } from '../config/read-agency.ts'
import { ExpectedError } from '../store/model/expected-error.ts'
import type { Site } from '../store/model/site.ts'
import { parseUrl } from '../store/parse-url.ts'

/** What names a site on the command line. */
export interface TargetFlags {
  dir?: string
  as?: string
  start?: string
}

/** The site a URL, an agency id, or `--dir` with `--as` names. @throws ExpectedError when it names none. */
export function siteOfTarget(target: string | undefined, flags: TargetFlags): Site {
  if (flags.dir !== undefined) return siteOfFolder(flags.dir, flags.as ?? target, flags.start)
  if (target === undefined) throw operatorFault('usage/no-target', '請給網址、機關代號，或以 --dir 與 --as 指定資料夾')
  const entry = looksLikeUrl(target) ? null : readAgency(target)
  const address = parseAddress(entry?.url ?? target)
  const agency = entry?.agency ?? unknownAgency(address.hostname)
  return { agency, origin: address.origin, start: startOf(address, flags.start), folder: null }
}

function siteOfFolder(dir: string, origin: string | undefined, start: string | undefined): Site {
  const folder = resolve(dir)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new ExpectedError('operator', 'usage/no-folder', `找不到資料夾：${folder}`, { file: folder })
  }
  if (origin === undefined)
    throw operatorFault('usage/no-origin', '--dir 需以 --as 指定網站的網址，例如 --as https://www.example.gov.tw')
  const address = parseAddress(origin)
  return { agency: unknownAgency(address.hostname), origin: address.origin, start: startOf(address, start), folder }
}

function looksLikeUrl(target: string): boolean {
  return target.includes('/') || target.includes(':')
}

function parseAddress(text: string): URL {
  if (!looksLikeUrl(text)) {
    throw operatorFault('usage/not-a-url', `不是網址，也不是已登錄的機關代號：${text}（網址須含 http:// 或 https://）`)
  }
  const address = parseUrl(text)
  if (address === null) throw operatorFault('usage/not-a-url', `不是可解讀的網址：${text}`)
  if (!/^https?:$/.test(address.protocol)) {
    throw operatorFault('usage/scheme', `不支援的網址格式：${text}（僅支援 http 與 https）`)
  }
  return address
}

function startOf(address: URL, start: string | undefined): string {
  const url = new URL(start ?? address.href, address)
  url.hash = ''
  return url.href
}

function operatorFault(code: string, message: string): ExpectedError {
  return new ExpectedError('operator', code, message)
}
