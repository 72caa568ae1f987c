import { expect, it } from 'vitest'
import { Permits } from '../../../crawler/browser/permits.ts'

const url = 'http://agency.test/list.aspx?n=1'
const step = { url, target: 'ctl00$Grid', argument: 'Page$2' }
const form = 'application/x-www-form-urlencoded'

function permits() {
  const sent: string[] = []
  const send = async (to: string, body: Uint8Array) => {
    sent.push(`${to} ${Buffer.from(body)}`)
    return { status: 200, headers: {}, body: null }
  }
  return { sent, permits: new Permits(send) }
}

function pass(one: Permits, to: string, body: string) {
  return one.pass(to, Buffer.from(body), new AbortController().signal)
}

it('an announced step passes once', async () => {
  const { sent, permits: one } = permits()
  one.grant(step)
  expect(one.mayBe('POST', url, `${form}; charset=UTF-8`)).toBe(true)
  const body = '__EVENTTARGET=ctl00%24Grid&__EVENTARGUMENT=Page%242&__VIEWSTATE=x'
  expect((await pass(one, url, body))?.status).toBe(200)
  expect(await pass(one, url, body)).toBeNull()
  expect(sent).toEqual([`${url} ${body}`])
})

it('whatever is not exactly the announced step is refused', async () => {
  const { sent, permits: one } = permits()
  expect(one.mayBe('POST', url, form)).toBe(false)
  const withdraw = one.grant(step)
  expect(one.mayBe('PUT', url, form)).toBe(false)
  expect(one.mayBe('POST', `${url}&x=1`, form)).toBe(false)
  expect(one.mayBe('POST', url, 'application/json')).toBe(false)
  expect(one.mayBe('POST', url, undefined)).toBe(false)
  for (const body of [
    '',
    '__EVENTTARGET=ctl00%24Grid',
    '__EVENTTARGET=ctl00%24Delete&__EVENTARGUMENT=Page%242',
    '__EVENTTARGET=ctl00%24Grid&__EVENTTARGET=ctl00%24Delete&__EVENTARGUMENT=Page%242',
  ])
    expect(await pass(one, url, body)).toBeNull()
  expect(await pass(one, 'http://agency.test/other', '__EVENTTARGET=ctl00%24Grid&__EVENTARGUMENT=Page%242')).toBeNull()
  withdraw()
  expect(await pass(one, url, '__EVENTTARGET=ctl00%24Grid&__EVENTARGUMENT=Page%242')).toBeNull()
  expect(sent).toEqual([])
})

it('without a way to send nothing passes', async () => {
  const one = new Permits(null)
  one.grant(step)
  expect(await pass(one, url, '__EVENTTARGET=ctl00%24Grid&__EVENTARGUMENT=Page%242')).toBeNull()
})
