/** What a browser showed at an address of the site that had refused the crawl. */
export interface SecondLook {
  resourceId: number
  /** ISO instant, UTC. */
  askedAt: string
  /** Of the last answer to the address itself; `null` when none came. */
  status: number | null
  title: string | null
  /** Length of the visible text with white space folded, in UTF-16 code units; 0 also when nothing could be read. */
  textLength: number
  sight: Sight
}

/** `content`: a page with something to show; `refused`: the refusal stood in the browser too; `unclear`: neither was seen. */
export type Sight = 'content' | 'refused' | 'unclear'
