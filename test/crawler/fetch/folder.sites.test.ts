import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { serveFolder } from '../../../crawler/fetch/folder-server.ts'
import { crawlSite, fatesOf } from '../../support/crawl-site.ts'

function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingjing-folder-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

interface Reply {
  status: number
  type: string | undefined
  location: string | undefined
  body: string
}

/** Sends the path as it stands: URL parsers would tidy it up first. */
function get(port: number, path: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { 'content-type': type, location } = response.headers
        resolve({ status: response.statusCode ?? 0, type, location, body: Buffer.concat(chunks).toString() })
      })
    })
    sent.on('error', reject).end()
  })
}

it('no way leads out of the folder: not dots in any writing, not a link', async () => {
  const outside = folderOf({ 'secret.html': 'secret' })
  const folder = folderOf({ 'site/index.html': 'home', 'secret.html': 'secret' })
  const root = join(folder, 'site')
  symlinkSync(outside, join(root, 'away'))
  symlinkSync(join(outside, 'secret.html'), join(root, 'link.html'))
  symlinkSync('/nowhere/at/all', join(root, 'dangling.html'))
  symlinkSync(join(root, 'index.html'), join(root, 'inside.html'))
  mkdirSync(join(root, 'sub'))
  symlinkSync(join(outside, 'secret.html'), join(root, 'sub', 'index.html'))
  const server = await serveFolder(root)
  const attempts = [
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/..%5csecret.html',
    '/..\\secret.html',
    '/sub/../../secret.html',
    '//etc/passwd',
    '/%00',
    '/index.html%00.png',
    '/away/secret.html',
    '/away/',
    '/link.html',
    '/dangling.html',
    '/sub/',
    '/?/../../secret.html',
    '/x?/../../../secret.html',
    '/%',
    '/%ff%fe',
    'http://127.0.0.1/../secret.html',
  ]
  for (const path of attempts) {
    const reply = await get(server.port, path)
    expect([path, reply.body.includes('secret'), reply.body.includes('root:')]).toEqual([path, false, false])
  }
  expect(await get(server.port, '/link.html')).toMatchObject({ status: 404, body: '' })
  expect(await get(server.port, '/inside.html')).toMatchObject({ status: 200, body: 'home' })
  await server.close()
})

it('a folder has no listing, its index answers for it, and lacks nothing but its slash', async () => {
  const root = folderOf({ 'a/index.htm': 'A', 'b/x.html': 'B', 'c/default.htm': 'C' })
  const server = await serveFolder(root)
  expect(await get(server.port, '/a/')).toMatchObject({ status: 200, body: 'A', type: 'text/html' })
  expect(await get(server.port, '/a?x=1')).toMatchObject({ status: 301, location: '/a/?x=1' })
  expect(await get(server.port, '/b/')).toMatchObject({ status: 404, body: '' })
  expect(await get(server.port, '/c/')).toMatchObject({ status: 200, body: 'C' })
  await server.close()
})

it('Chinese names are found in UTF-8 and in Big5, mirrored queries under their own file, programs by what they hold', async () => {
  const root = folderOf({
    '公告/表單.odt': 'odt',
    'News.aspx?id=1': '<html><p>one',
    'News.aspx': '<!doctype html><p>all',
    'data.bin': 'x',
    about: '<html>about',
  })
  const server = await serveFolder(root)
  expect(await get(server.port, encodeURI('/公告/表單.odt'))).toMatchObject({
    status: 200,
    type: 'application/vnd.oasis.opendocument.text',
  })
  expect(await get(server.port, '/%A4%BD%A7%69/%AA%ED%B3%E6.odt')).toMatchObject({ status: 200, body: 'odt' })
  expect(await get(server.port, '/News.aspx?id=1')).toMatchObject({ body: '<html><p>one', type: 'text/html' })
  expect(await get(server.port, '/News.aspx?id=2')).toMatchObject({ body: '<!doctype html><p>all', type: 'text/html' })
  expect(await get(server.port, '/about')).toMatchObject({ type: 'text/html' })
  expect(await get(server.port, '/data.bin')).toMatchObject({ type: 'application/octet-stream' })
  await server.close()
})

it('a folder is audited under the name of its site, its www twin and both schemes included', async () => {
  const folder = folderOf({
    'index.html':
      '<a href="http://www.site.test/a.html">a</a><a href="https://site.test/公告/">b</a><a href="/公告">b</a><a href="http://other.test/">o</a><a href="..%2f..%2fsecret">s</a>',
    'a.html': '<p>a',
    '公告/index.html': '<p>公告 <a href="表單.odt">申請書</a>',
    '公告/表單.odt': 'no odt',
  })
  const snapshot = await crawlSite('https://www.site.test', { folder })
  expect(snapshot.run).toMatchObject({ outcome: 'complete', isFolder: true })
  expect(snapshot.pages().map((page) => decodeURI(page.url))).toEqual([
    'http://www.site.test/a.html',
    'https://site.test/公告/',
    'https://www.site.test/',
    'https://www.site.test/公告/',
  ])
  expect([...snapshot.resources()].filter((resource) => resource.tls !== null)).toEqual([])
  expect(Object.values(fatesOf(snapshot))).toContain('failed:escapes-folder')
  const form = snapshot.documents().find(({ fileName }) => fileName === '表單.odt')
  expect(form).toMatchObject({ named: 'odt', detected: 'txt' })
  expect(snapshot.resourceAt('http://other.test/')).toBeNull()
  snapshot.close()
})

it('a folder without an index starts at every HTML file', async () => {
  const folder = folderOf({ 'one.html': '<p>1', 'deep/二.htm': '<p>2', 'x.txt': 'x' })
  const snapshot = await crawlSite('https://site.test', { folder })
  expect(snapshot.run.outcome).toBe('complete')
  expect(snapshot.pages().map((page) => decodeURI(new URL(page.url).pathname))).toEqual(['/deep/二.htm', '/one.html'])
  snapshot.close()
})

it("a folder that is not there is the operator's mistake", async () => {
  await expect(serveFolder('/nowhere/at/all')).rejects.toMatchObject({ fault: 'operator', code: 'folder/missing' })
})
