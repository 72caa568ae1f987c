import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { stepLimits } from '../../../crawler/browser/step-limits.ts'
import type { StoredAnswer } from '../../../crawler/stored-answer.ts'
import type { AxeArtifact, RenderingArtifact } from '../../../store/model/artifact.ts'
import { answerOf, examine, html, pageWith } from './browser-site.ts'

const url = 'http://agency.test/'
const limits = { ...stepLimits, loadMs: 2_000, readyMs: 3_000 }

it('a page that loops for ever is failed, and the pages after it are examined', async () => {
  const pages = {
    [`${url}1-loop`]: pageWith('<script>for (;;) {}</script>'),
    [`${url}2`]: pageWith('<img src="/x.png">'),
    [`${url}3-late-loop`]: pageWith('<script>setTimeout(() => { for (;;) {} }, 0)</script>'),
    [`${url}4`]: pageWith('<img src="/x.png">'),
  }
  const examined = await examine(pages, undefined, { limits })
  const status = Object.keys(pages).map((one) => examined.artifact<AxeArtifact>(one, 'axe').status)
  expect(status).toEqual(['failed', 'examined', 'failed', 'examined'])
  expect(examined.artifact<AxeArtifact>(`${url}1-loop`, 'axe').detail).toBe('time-limit')
  expect(examined.artifact<RenderingArtifact>(`${url}1-loop`, 'rendering').status).toBe('failed')
  expect(examined.outcome.browserVersion).toMatch(/^Chromium \d+/)
})

it('a sub-resource that never comes costs a wait, not the page', async () => {
  const page = pageWith('<img alt="" src="/never.png">')
  const never = new Promise<null>(() => undefined)
  const examined = await examine({}, [url], {
    limits,
    answer: (asked) => (asked === url ? Promise.resolve(answerOf('text/html', page)) : never),
  })
  expect(examined.artifact<AxeArtifact>(url, 'axe')).toMatchObject({ status: 'examined', isStable: false })
})

it('dialogs are dismissed, and no window is opened', async () => {
  const script = `<p id="said"></p><script>
    alert('注意'); const answer = confirm('同意？') + ' ' + prompt('姓名'); addEventListener('beforeunload', (event) => event.preventDefault())
    said.textContent = answer + ' ' + open('/popup'); </script>`
  const pages = { [url]: pageWith(script), [`${url}next`]: pageWith('') }
  const examined = await examine(pages, undefined, { shells: [url] })
  expect(examined.artifact<AxeArtifact>(url, 'axe').status).toBe('examined')
  expect(examined.artifact<AxeArtifact>(`${url}next`, 'axe').status).toBe('examined')
  expect(examined.asked).not.toContain(`${url}popup`)
  const row = examined.writer.database.prepare('SELECT renderedBody FROM page WHERE url = ?').pluck().get(url)
  const rendered = Buffer.from(examined.writer.getBody(String(row)) ?? []).toString()
  expect(rendered).toContain('<p id="said">false null null</p>')
})

it('a page that sends the browser on is not judged by where it led', async () => {
  const pages = {
    [`${url}meta`]: '<!doctype html><meta http-equiv="refresh" content="0;url=/home"><img src="x">',
    [`${url}script`]: '<!doctype html><script>location = "/home"</script><img src="x">',
    [`${url}home`]: pageWith('<img src="x">'),
    [`${url}router`]: pageWith('<script>history.replaceState(null, "", "/router/home")</script><img src="x">'),
  }
  const examined = await examine(pages, undefined, { limits })
  for (const path of ['meta', 'script']) {
    expect(examined.artifact<AxeArtifact>(url + path, 'axe')).toMatchObject({
      status: 'failed',
      detail: 'navigated-away',
    })
    const { links } = examined.artifact<RenderingArtifact>(url + path, 'rendering')
    expect(links).toEqual([{ url: `${url}home`, text: '' }])
  }
  expect(examined.artifact<AxeArtifact>(`${url}router`, 'axe')).toMatchObject({ status: 'examined' })
})

it('a page that loads itself again for ever does not stop the run', async () => {
  const pages = { [`${url}loop`]: pageWith('<script>location.reload()</script>'), [`${url}next`]: pageWith('') }
  const examined = await examine(pages, undefined, { limits })
  expect(examined.bytes(`${url}loop`, 'axe')).not.toBeNull()
  expect(examined.artifact<AxeArtifact>(`${url}next`, 'axe').status).toBe('examined')
})

it('a page nobody answers for is failed', async () => {
  const examined = await examine({}, [url])
  expect(examined.artifact<AxeArtifact>(url, 'axe')).toMatchObject({ status: 'failed', detail: 'not-opened' })
})

it('a download instead of a page is failed, and an answerer that throws has no answer', async () => {
  const pages: Record<string, string | StoredAnswer> = {
    [`${url}a`]: answerOf('application/octet-stream', 'x', { 'content-disposition': 'attachment' }),
    [`${url}b`]: pageWith('<img alt="" src="/x.png">'),
  }
  const examined = await examine({}, Object.keys(pages), {
    answer: async (asked) => {
      const found = pages[asked]
      if (found === undefined) throw new Error('broken')
      return typeof found === 'string' ? answerOf('text/html', found) : found
    },
  })
  expect(examined.artifact<AxeArtifact>(`${url}a`, 'axe')).toMatchObject({ status: 'failed', detail: 'not-opened' })
  expect(examined.artifact<AxeArtifact>(`${url}b`, 'axe')).toMatchObject({ status: 'examined' })
})

it('a machine without a browser, or with one that does not start, is an outcome', async () => {
  const none = await examine({ [url]: pageWith('') }, undefined, { executablePath: null })
  expect(none.outcome).toEqual({ browserVersion: null, browserMissing: 'none-found' })
  for (const executablePath of ['/nowhere/chromium', '/bin/false', '/etc/passwd']) {
    const failed = await examine({ [url]: pageWith('') }, undefined, { executablePath })
    expect(failed.outcome).toEqual({ browserVersion: null, browserMissing: 'failed-to-start' })
    expect(failed.asked).toEqual([])
  }
  const off = await examine({ [url]: pageWith('') }, undefined, { mode: 'none' })
  expect(off.outcome).toEqual({ browserVersion: null, browserMissing: 'switched-off' })
})

it('a phase that is stopped keeps what it has and ends soon', async () => {
  const controller = new AbortController()
  const pages = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${url}${n}`, pageWith('')]))
  const slow = { ...pages, [`${url}8`]: pageWith('<script>for (;;) {}</script>') }
  const begun = performance.now()
  const examined = await examine(slow, undefined, {
    signal: controller.signal,
    onProgress: (done) => done === 3 && controller.abort(),
  })
  const count = examined.writer.database.prepare("SELECT count(*) FROM artifact WHERE name = 'axe'").pluck().get()
  expect(count).toBe(3)
  expect(performance.now() - begun).toBeLessThan(10_000)
})

it.skipIf(process.platform !== 'linux')(
  'a browser that dies is started anew, and its page is tried once more',
  async () => {
    const pages = Object.fromEntries(Array.from({ length: 4 }, (_, n) => [`${url}${n}`, pageWith('')]))
    const asked: string[] = []
    const examined = await examine(pages, undefined, {
      answer: async (one) => {
        asked.push(one)
        if (one === `${url}1` && asked.filter((known) => known === one).length === 1) killBrowsers()
        return html(pages[one] ?? '')
      },
    })
    const status = Object.keys(pages).map((one) => examined.artifact<AxeArtifact>(one, 'axe').status)
    expect(status).toEqual(['examined', 'examined', 'examined', 'examined'])
    expect(asked.filter((one) => one === `${url}1`)).toHaveLength(2)
  },
)

it.skipIf(process.platform !== 'linux')('a page that kills every browser is failed', async () => {
  const answer = async () => {
    killBrowsers()
    return html(pageWith(''))
  }
  const examined = await examine({}, [url], { answer })
  expect(examined.artifact<AxeArtifact>(url, 'axe')).toMatchObject({ status: 'failed', detail: 'crashed' })
  expect(examined.outcome.browserVersion).toMatch(/^Chromium/)
})

/** Kills the browsers this process started, by their ids. */
function killBrowsers(): void {
  const parents = new Map(readdirSync('/proc').flatMap((id) => (/^\d+$/.test(id) ? [[Number(id), parentOf(id)]] : [])))
  const isOurs = (id: number): boolean => id === process.pid || (id > 1 && isOurs(parents.get(id) ?? 0))
  const browsers = [...parents.keys()].filter((id) => id !== process.pid && isOurs(id) && isBrowser(id))
  for (const id of browsers) process.kill(id, 'SIGKILL')
}

function parentOf(id: string): number {
  return Number(/^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${id}/stat`))?.[1] ?? 0)
}

/** Its renderers and other helpers die with it. */
function isBrowser(id: number): boolean {
  return read(`/proc/${id}/cmdline`).includes('--remote-debugging-pipe')
}

/** The file's text, empty when the process is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    return error instanceof Error ? '' : String(error)
  }
}
