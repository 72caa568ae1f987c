import { fileURLToPath } from 'node:url'

/** Children of a test that are our own TypeScript (the document reader) run it as the test itself does: from its source. */
const loader = new URL('./typescript-loader.mjs', import.meta.url)

process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import="${fileURLToPath(loader)}"`.trim()
