import { expect, it } from 'vitest'
import { examinePages } from '../../../crawler/browser/examine.ts'
import { crawled, site } from '../../support/crawled-sites.ts'
import { loopbackPolicy } from '../../support/policy.ts'
import { browserPath, pageWith } from './browser-site.ts'

it('fetch layer and browser share one jar: each sends what the other was told, and the snapshot holds none of it', async () => {
  const seen: Record<string, string | undefined> = {}
  const outside = await site({
    '*': (request, response) => {
      seen['outside'] = request.headers.cookie ?? 'none'
      response.end()
    },
  })
  const script = `<script>
    document.body.dataset.had = document.cookie.includes('open=offen') && !document.cookie.includes('geheim')
    document.cookie = 'seen=schonda; path=/'
    fetch('/api').then(() => fetch('/api2')).then(() => {
      if (document.body.dataset.had === 'true' && document.cookie.includes('later=spaeter'))
        document.querySelector('h1').insertAdjacentHTML('afterend', '<a href="/late">late</a>')
    })
  </script><img alt="" src="${outside.origin}/image.png">`
  const served = await site({
    '/': (_request, response) => {
      const cookies = ['session=geheim123; Path=/; HttpOnly', 'open=offen; Path=/']
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': cookies })
      response.end(pageWith(script))
    },
    '/api': (request, response) => {
      seen['/api'] = request.headers.cookie
      response.writeHead(200, { 'set-cookie': 'later=spaeter; Path=/' }).end('{}')
    },
    '/api2': (request, response) => {
      seen['/api2'] = request.headers.cookie
      response.end('{}')
    },
    '/late': (request, response) => {
      seen['/late'] = request.headers.cookie
      response.writeHead(200, { 'content-type': 'text/html' }).end(pageWith(''))
    },
  })
  const policy = loopbackPolicy({ browser: 'all', external: 'check' })
  const snapshot = await crawled(served.origin, {
    policy,
    control: { examine: (task) => examinePages({ ...task, executablePath: browserPath() }) },
  })
  const all = 'session=geheim123; open=offen; seen=schonda'
  expect(seen).toEqual({
    '/api': all,
    '/api2': `${all}; later=spaeter`,
    '/late': `${all}; later=spaeter`,
    outside: 'none',
  })
  expect(JSON.stringify([...snapshot.resources()])).not.toMatch(/geheim123|schonda|set-cookie/i)
})
