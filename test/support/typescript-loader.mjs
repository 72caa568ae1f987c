// Lets a child process or a thread of a test run our TypeScript on a Node that cannot strip types itself: `node --import`.
import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread, workerData } from 'node:worker_threads'

// Node runs loaders in a thread of its own, which is handed something and must not load itself.
const isOurs = isMainThread || workerData === undefined
if (isOurs && !process.features.typescript) register(import.meta.url)

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context)
  const { transform } = await import('rolldown/utils')
  const path = fileURLToPath(url)
  const { code, errors } = await transform(path, await readFile(path, 'utf8'))
  if (errors.length > 0) throw errors[0]
  return { format: 'module', source: code, shortCircuit: true }
}
