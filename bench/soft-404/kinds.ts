import { afterMending } from './kinds/after-mending.ts'
import { bounces } from './kinds/bounces.ts'
import { errorPages } from './kinds/error-pages.ts'
import { files } from './kinds/files.ts'
import { living } from './kinds/living.ts'
import { uneven } from './kinds/uneven.ts'
import { walls } from './kinds/walls.ts'
import type { Kind } from './site.ts'

/** All but the last were written from knowledge of how such servers behave, before a word of the detector was read. */
export const kinds: readonly Kind[] = [
  ...errorPages,
  ...bounces,
  ...uneven,
  ...files,
  ...living,
  ...walls,
  ...afterMending,
]
