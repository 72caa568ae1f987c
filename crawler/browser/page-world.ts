import type { CDPSession } from 'playwright'
import { drawn, sinceLastChange, watchDocument } from './in-page/watch-document.ts'

const worldName = 'mingjing'

interface FrameTree {
  frame: { id: string }
  childFrames?: FrameTree[]
}

/**
 * The observers' own JavaScript world in a page and its frames: it sees the page's DOM, but neither the globals nor the changed
 * prototypes of the page's scripts, and they do not see it.
 */
export class PageWorld {
  readonly #session

  /** Takes a session of the page; {@link prepare} comes before the first page is opened. */
  constructor(session: CDPSession) {
    this.#session = session
  }

  /** From now on `source` runs in this world at the start of every document, frames included. */
  async prepare(source: string): Promise<void> {
    await this.#session.send('Page.enable')
    const watching = `(${watchDocument})()`
    await this.#session.send('Page.addScriptToEvaluateOnNewDocument', { source: `${watching};${source}`, worldName })
  }

  /** Ids of the frames there are, the top one first. */
  async frameIds(): Promise<string[]> {
    const { frameTree } = await this.#session.send('Page.getFrameTree')
    return idsOf(frameTree)
  }

  /** What `expression` comes to in a frame (the top one unless given); must be JSON. @throws Error when it throws there. */
  async evaluate<T>(expression: string, frameId?: string): Promise<T> {
    const frame = frameId ?? (await this.frameIds())[0] ?? ''
    const world = await this.#session.send('Page.createIsolatedWorld', { frameId: frame, worldName })
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      contextId: world.executionContextId,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as T
  }

  /** Calls a function that refers to nothing outside itself, with JSON arguments. */
  call<A extends unknown[], R>(body: (...args: A) => R, args: A, frameId?: string): Promise<Awaited<R>> {
    return this.evaluate(`(${body})(${args.map((arg) => JSON.stringify(arg)).join()})`, frameId)
  }

  /** See {@link drawn}. */
  drawn(limitMs: number): Promise<boolean> {
    return this.call(drawn, [limitMs])
  }

  /** See {@link sinceLastChange}. */
  sinceLastChange(): Promise<number | null> {
    return this.call(sinceLastChange, [])
  }
}

function idsOf(tree: FrameTree): string[] {
  return [tree.frame.id, ...(tree.childFrames ?? []).flatMap(idsOf)]
}
