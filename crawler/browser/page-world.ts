import type { CDPSession } from 'playwright'
import { drawn, sinceLastChange, watchDocument } from './in-page/watch-document.ts'

const worldName = 'mingjing'
/** Stands for the id of the top frame. */
const top = ''

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
  /** Frame id -> execution context of this world in the document the frame shows. */
  readonly #contexts = new Map<string, number>()

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
  evaluate<T>(expression: string, frameId?: string): Promise<T> {
    return this.#run(expression, false, frameId)
  }

  /** What the promise `expression` comes to is fulfilled with. @throws Error when it is rejected */
  settle<T>(expression: string, frameId?: string): Promise<T> {
    return this.#run(expression, true, frameId)
  }

  /** False in a document whose scripts are switched off (`sandbox`): timers never fire there, not even ours. Source: Media Queries 5, `scripting`. */
  runsScripts(frameId?: string): Promise<boolean> {
    return this.evaluate(`!matchMedia('(scripting: none)').matches`, frameId)
  }

  /** Calls a function that refers to nothing outside itself. */
  call<R>(body: () => R, frameId?: string): Promise<R> {
    return this.evaluate(`(${body})()`, frameId)
  }

  /** To be called when a frame shows another document: its world is another one. */
  forget(): void {
    this.#contexts.clear()
  }

  async #run<T>(expression: string, awaitPromise: boolean, frameId = top): Promise<T> {
    const contextId = this.#contexts.get(frameId)
    if (contextId !== undefined) {
      try {
        return await this.#evaluate(expression, awaitPromise, contextId)
      } catch (error) {
        if (!isWithoutContext(error)) throw error
      }
    }
    return await this.#evaluate(expression, awaitPromise, await this.#contextIn(frameId))
  }

  async #contextIn(frameId: string): Promise<number> {
    const frame = frameId === top ? ((await this.frameIds())[0] ?? '') : frameId
    const { executionContextId } = await this.#session.send('Page.createIsolatedWorld', { frameId: frame, worldName })
    for (const name of [frameId, frame]) this.#contexts.set(name, executionContextId)
    return executionContextId
  }

  async #evaluate<T>(expression: string, awaitPromise: boolean, contextId: number): Promise<T> {
    const how = { expression, awaitPromise, contextId, returnByValue: true }
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', how)
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as T
  }

  /** See {@link drawn} and, for the moment after that, {@link sinceLastChange}. */
  untilDrawn(limitMs: number): Promise<{ isDrawn: boolean; sinceChange: number | null }> {
    const told = `(isDrawn) => ({ isDrawn, sinceChange: (${sinceLastChange})() })`
    return this.settle(`(${drawn})(${limitMs}).then(${told})`)
  }

  /** See {@link sinceLastChange}. */
  sinceLastChange(): Promise<number | null> {
    return this.call(sinceLastChange)
  }
}

function idsOf(tree: FrameTree): string[] {
  return [tree.frame.id, ...(tree.childFrames ?? []).flatMap(idsOf)]
}

/** The document was gone before the expression ran in it. */
function isWithoutContext(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Cannot find context')
}
