import { expect, it } from 'vitest'
import type { ExtractedPage } from '../../../store/snapshot/extracted-page.ts'
import { createSnapshot, type SnapshotWriter } from '../../../store/snapshot/writer.ts'

const origin = 'http://site.test'

function addPage(writer: SnapshotWriter, path: string, action: string): void {
  const url = origin + path
  const body = writer.putBody(Buffer.from(`<p>${path}`), 'text/html')
  const head = { url, finalUrl: url, redirects: [], via: 'static' as const, fetchedAt: '2026-11-22T00:00:00.000Z' }
  const answer = { kind: 'response' as const, status: 200, headers: {}, mediaType: 'text/html', charset: null, body }
  const outcome = { ...answer, bodyBytes: 4, truncated: false }
  const resourceId = writer.addResource({ ...head, durationMs: 1, tls: null, outcome })
  const control = { tag: 'input' as const, type: 'search', name: 'q', label: '關鍵字' }
  const form = {
    action,
    method: 'get' as const,
    region: 'header' as const,
    selector: 'form',
    start: 0,
    end: 9,
    text: '',
  }
  const facts = { encoding: 'utf-8', title: path, language: null, mainText: '', textLength: 0, isShell: false }
  const lists = { links: [], metaTags: [], headings: [], dates: [], forms: [{ ...form, controls: [control] }] }
  const page = { ...facts, refreshUrl: null, templateId: 'x', surface: [], ...lists } as unknown as ExtractedPage
  writer.addPage(page, { url, resourceId, body, isInternal: () => true })
}

it('who has found a form to search with may stop there and go on writing', () => {
  const writer = createSnapshot(':memory:')
  for (const path of ['/b', '/a', '/c']) addPage(writer, path, `${origin}/results`)
  for (const { url, form } of writer.written.search.formsByHops()) {
    expect([url, form.controls[0]?.label]).toEqual([`${origin}/a`, '關鍵字'])
    break
  }
  addPage(writer, '/results', `${origin}/results`)
  expect([...writer.written.search.formsByHops()].map(({ url }) => url.replace(origin, ''))).toEqual([
    '/a',
    '/b',
    '/c',
    '/results',
  ])
  expect(writer.written.search.pageFrom(`${origin}/a`)).toBe(`${origin}/results`)
})

it('where one program writes every page, those alone are results whose query bears the field of the search', () => {
  const writer = createSnapshot(':memory:')
  for (const path of ['/', '/index?code=a', '/index?code=find&q=b', '/index?code=c'])
    addPage(writer, path, `${origin}/index`)
  const urls = writer.written.search.pageTexts().map(({ url }) => url.replace(origin, ''))
  expect(urls).toEqual(['/', '/index?code=a', '/index?code=c'])
})
