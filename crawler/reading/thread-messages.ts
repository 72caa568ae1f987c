import type { ExtractedPage } from '../../store/snapshot/extracted-page.ts'
import type { PageSource } from './read-page.ts'

/** A page that is to be read. */
export interface ThreadRequest {
  content: Uint8Array
  source: PageSource
}

/** That the thread reads from now on, then each page in the order in which they were handed over. */
export type ThreadAnswer = 'ready' | ExtractedPage
