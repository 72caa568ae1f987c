import { expect, it } from 'vitest'
import { makeProgress, type ProgressMode } from '../../cli/progress.ts'

function display(mode: ProgressMode, isTty: boolean) {
  const written: string[] = []
  let now = 0
  const progress = makeProgress(mode, { write: (text) => written.push(text), isTty, nowMs: () => now })
  return { progress, written, wait: (ms: number) => (now += ms) }
}

it('on a terminal a stage is one line that is rewritten, and its last state is what stays', () => {
  const { progress, written, wait } = display('terminal', true)
  progress.tell({ stage: 'crawl', done: 1, known: 9, pages: 1, requests: 1 })
  progress.tell({ stage: 'crawl', done: 2, known: 9, pages: 1, requests: 2 })
  wait(200)
  progress.tell({ stage: 'crawl', done: 9, known: 9, pages: 1, requests: 9 })
  progress.tell({ stage: 'check', findings: 3 })
  progress.close()
  const lines = written.join('').split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('擷取　9／9 個網址')
  expect(lines[1]).toContain('發現 3 項')
})

it('elsewhere a plain line comes now and then, without control characters', () => {
  const { progress, written } = display('terminal', false)
  for (let done = 0; done < 50; done += 1) progress.tell({ stage: 'browser', done, known: 50, pages: 50, requests: 50 })
  progress.close()
  expect(written).toEqual(['瀏覽器檢測　0／50 頁・已 0 秒\n', '瀏覽器檢測　49／50 頁・已 0 秒，約剩 0 秒\n'])
})

it('the time left is what the pace of the stage makes of what is known', () => {
  const { progress, written, wait } = display('terminal', false)
  progress.tell({ stage: 'crawl', done: 0, known: 1, pages: 0, requests: 0 })
  wait(90_000)
  progress.tell({ stage: 'crawl', done: 300, known: 400, pages: 290, requests: 300 })
  expect(written.at(-1)).toBe('擷取　300／400 個網址・290 頁・300 次請求（每秒 3.3 次）・已 1 分 30 秒，約剩 30 秒\n')
})

it('JSON lines carry every event, quiet carries none', () => {
  const json = display('json', true)
  json.progress.tell({ stage: 'check', findings: 3 })
  expect(json.written).toEqual(['{"stage":"check","findings":3}\n'])
  const quiet = display('quiet', true)
  quiet.progress.tell({ stage: 'check', findings: 3 })
  quiet.progress.close()
  expect(quiet.written).toEqual([])
})
