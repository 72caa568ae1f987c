import { createRequire } from 'node:module'
import { axeTexts } from './axe-texts.ts'
import { groupAxeSource } from './in-page/group-axe.ts'
import { secondLookSource } from './in-page/second-look.ts'
import { stableSelectorSource } from './in-page/stable-selector.ts'

const require = createRequire(import.meta.url)
const axe = require('axe-core/axe.min.js') as { source: string; version: string }

export const axeVersion: string = axe.version

/**
 * Defines `loadAxe()`, which makes axe with its texts in zh_TW once it is called: most frames never call it. Frames of every
 * origin may answer, since they run in a world of their own that the page cannot speak to.
 */
export const axeSource = `
globalThis.loadAxe = () => {
  if (globalThis.axe !== undefined) return
  ${axe.source}
  globalThis.axe.configure(${JSON.stringify({ locale: axeTexts, allowedOrigins: ['<unsafe_all_origins>'] })})
}
${groupAxeSource}
${secondLookSource}
${stableSelectorSource}
`
