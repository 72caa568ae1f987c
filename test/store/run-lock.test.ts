import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { lockRun } from '../../store/run-lock.ts'

const lockPath = () => join(mkdtempSync(join(tmpdir(), 'mingjing-')), 'run.lock')
const held = expect.objectContaining({ fault: 'machine', code: 'run/locked' })

it('a run that is being worked on is refused to everybody else until it is let go', () => {
  const path = lockPath()
  const lock = lockRun(path)
  expect(() => lockRun(path)).toThrow(held)
  lock.release()
  expect(existsSync(path)).toBe(true)
  const next = lockRun(path)
  next.finish()
  expect(existsSync(path)).toBe(false)
})

it('a lock is free as soon as the program that held it was killed', async () => {
  const path = lockPath()
  // The timer keeps the connection: one that nothing names is collected, and its lock with it.
  const holding = `const D = require('better-sqlite3'); const lock = new D(process.argv[1]); lock.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => lock.open, 1000)`
  const holder = spawn(process.execPath, ['-e', holding, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void holder.kill('SIGKILL'))
  const ended = new Promise((resolve) => holder.on('close', resolve))
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  expect(() => lockRun(path)).toThrow(held)
  holder.kill('SIGKILL')
  await ended
  lockRun(path).finish()
})
