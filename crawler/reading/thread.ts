import { parentPort } from 'node:worker_threads'
import { KnownAddresses } from '../extract/known-addresses.ts'
import { readPage } from './read-page.ts'
import type { ThreadAnswer, ThreadRequest } from './thread-messages.ts'

/** The program of the thread that reads pages; it decides nothing and keeps nothing but what addresses resolve to. */
const known = new KnownAddresses()

function answer(message: ThreadAnswer): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', ({ content, source }: ThreadRequest) => answer(readPage(content, source, known)))
answer('ready')
