import { detectFormat } from './detect.ts'
import { lookInside } from './inspect.ts'
import type { ReaderAnswer, ReaderRequest } from './reader-messages.ts'

/**
 * A process that reads one file after another for the crawl. It decides nothing: whether it takes too long or too much is
 * for the crawl to see, which ends it. A stop by the operator's keyboard is for the crawl, too.
 */
let file = new Uint8Array()
let missing = 0

function answer(message: ReaderAnswer): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()))
}

function take(request: ReaderRequest): void {
  if (request.kind === 'file') {
    file = new Uint8Array(request.bytes)
    missing = request.bytes
  } else {
    file.set(request.bytes, request.at)
    missing -= request.bytes.byteLength
  }
  if (missing === 0) void inspect(file)
}

/** The first answer is on its way before the risky part begins. */
async function inspect(content: Uint8Array): Promise<void> {
  const detection = await detectFormat(content)
  await answer({ kind: 'detected', detection })
  await answer({ kind: 'inspected', detection: await lookInside(detection, content) })
}

process.on('message', take)
process.on('disconnect', () => process.exit())
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
void answer({ kind: 'ready' })
