import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
const sources = listed
  .toString('utf8')
  .split('\0')
  .filter((file) => /\.(ts|mjs|json|yaml)$/.test(file) && !file.startsWith('test/'))

function filesThatSay(pattern: RegExp): string[] {
  return sources.filter((file) => pattern.test(readFileSync(root + file, 'utf8')))
}

it('no file of the product switches the certificate checks of the process off', () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(filesThatSay(/NODE_TLS_REJECT_UNAUTHORIZED/)).toEqual([])
})

it('only the marked agent lets a handshake go on without a whole chain', () => {
  expect(filesThatSay(/rejectUnauthorized/)).toEqual(['crawler/fetch/tls-concessions.ts'])
})
