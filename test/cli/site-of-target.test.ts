import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { siteOfTarget } from '../../cli/site-of-target.ts'

function fault(code: string) {
  return expect.objectContaining({ fault: 'operator', code })
}

it('an address names its site; the agency is its host without www', () => {
  const site = siteOfTarget('https://www.agency.test/main?x=1#top', {})
  expect(site).toMatchObject({
    origin: 'https://www.agency.test',
    start: 'https://www.agency.test/main?x=1',
    folder: null,
  })
  expect(site.agency).toMatchObject({ id: 'agency.test', name: null, isCollegial: null })
})

it('a start path is taken on the site of the address', () => {
  expect(siteOfTarget('https://agency.test/', { start: '/mp.html' }).start).toBe('https://agency.test/mp.html')
})

it('what is no address, or of another scheme, is told in one line', () => {
  expect(() => siteOfTarget('nonsense', {})).toThrow(fault('usage/not-a-url'))
  expect(() => siteOfTarget('http://', {})).toThrow(fault('usage/not-a-url'))
  expect(() => siteOfTarget('ftp://agency.test/', {})).toThrow(fault('usage/scheme'))
  expect(() => siteOfTarget('../../etc/passwd', {})).toThrow(fault('usage/not-a-url'))
  expect(() => siteOfTarget(undefined, {})).toThrow(fault('usage/no-target'))
})

it('a folder needs to be there, and a name to report it under', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingjing-'))
  writeFileSync(join(folder, 'file'), '')
  expect(() => siteOfTarget(undefined, { dir: join(folder, 'none'), as: 'https://a.test' })).toThrow(
    fault('usage/no-folder'),
  )
  expect(() => siteOfTarget(undefined, { dir: join(folder, 'file'), as: 'https://a.test' })).toThrow(
    fault('usage/no-folder'),
  )
  expect(() => siteOfTarget(undefined, { dir: folder })).toThrow(fault('usage/no-origin'))
  const site = siteOfTarget(undefined, { dir: folder, as: 'https://a.test', start: 'mp.html' })
  expect(site).toMatchObject({ folder, origin: 'https://a.test', start: 'https://a.test/mp.html' })
})
