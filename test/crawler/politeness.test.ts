import { expect, it } from 'vitest'
import type { Clock } from '../../crawler/clock.ts'
import type { HopAnswer } from '../../crawler/fetch/fetcher.ts'
import { Politeness } from '../../crawler/politeness.ts'

const never = new AbortController().signal

/** Time that passes only for those who wait. */
function idleClock(): Clock {
  let time = 1_000_000
  return {
    now: () => time,
    wait: async (ms) => {
      time += ms
    },
  }
}

function answer(status: number, retryAfter?: string): HopAnswer {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
  const body = { mediaType: null, charset: null, content: new Uint8Array(), truncated: false, tls: null }
  return { kind: 'response', status, headers, ...body }
}

/** Asks one after another; milliseconds between each request and the one before it. */
async function gaps(polite: Politeness, clock: Clock, url: string, answers: readonly HopAnswer[]): Promise<number[]> {
  const times: number[] = []
  for (const one of answers) {
    await polite.run(url, async () => times.push(clock.now()), never)
    polite.note(url, one, clock.now())
  }
  return times.slice(1).map((time, index) => time - (times[index] ?? 0))
}

it('each trouble doubles the time between two requests, and Retry-After makes the whole host wait', async () => {
  const clock = idleClock()
  const polite = new Politeness({ concurrency: 8, ratePerSecond: 10 }, clock)
  const answers = [answer(200), answer(503), answer(429, '30'), answer(200), answer(200)]
  expect(await gaps(polite, clock, 'http://a.test/', answers)).toEqual([100, 200, 30_000, 400])
  expect(await gaps(polite, clock, 'http://b.test/', [answer(200), answer(200)])).toEqual([100])
})

it('a host that thrice asks for longer than anybody waits is left, one that says so once is not', async () => {
  const clock = idleClock()
  const polite = new Politeness({ concurrency: 8, ratePerSecond: null }, clock)
  const long = answer(503, '3600')
  await gaps(polite, clock, 'http://a.test/', [long, long, answer(200), long, long])
  expect(polite.isStopped('http://a.test/x')).toBe(false)
  await gaps(polite, clock, 'http://a.test/', [long])
  expect(polite.isStopped('http://www.a.test/y')).toBe(true)
  expect(polite.isStopped('http://b.test/')).toBe(false)
})

it('a host that always says "in two minutes" is not waited for all day', async () => {
  const clock = idleClock()
  const polite = new Politeness({ concurrency: 1, ratePerSecond: null }, clock)
  await gaps(polite, clock, 'http://a.test/', Array<HopAnswer>(10).fill(answer(429, '120')))
  expect(polite.isStopped('http://a.test/')).toBe(true)
})

it('answers that were under way together halve the pace once', async () => {
  const clock = idleClock()
  const polite = new Politeness({ concurrency: 8, ratePerSecond: 10 }, clock)
  const askedAt = clock.now()
  await clock.wait(50, never)
  for (let n = 0; n < 8; n += 1) polite.note('http://a.test/', answer(503), askedAt)
  expect(await gaps(polite, clock, 'http://a.test/', [answer(200), answer(200)])).toEqual([200])
})
