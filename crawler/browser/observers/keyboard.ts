import type { KeyboardArtifact, KeyboardJump, KeyboardStop } from '../../../store/model/artifact.ts'
import { canonicalJson } from '../canonical-json.ts'
import { FocusTrail } from '../focus-trail.ts'
import { walkFocusSource } from '../in-page/walk-focus.ts'
import { type OpenPage, whyNotRendered } from '../open-page.ts'
import { withTimeLimit } from '../time-limit.ts'
import type { ArtifactContent, Observer } from './observer.ts'

/** Presses of Tab on one page. */
const mostPresses = 400
/** Of links to places in the page, those among the first stops are tried. */
const firstStops = 8
/** Pictures are taken of so many stops whose styles tell no difference. */
const mostPictures = 6
/** Scripts that answer to the focus take a moment, a slider half a second. */
const answerMs = 500
const walkMs = 90_000

/** Walks pages with the Tab key: where the focus goes, whether it is seen, whether it gets out, where jumps lead. Changes the page. */
export function keyboardObserver(pageIds: ReadonlySet<number>): Observer {
  return {
    name: 'keyboard',
    version: 6,
    isForEvery: false,
    async observe(open, { id }) {
      if (!pageIds.has(id)) return null
      const why = whyNotRendered(open.reading)
      if (why !== null) return content({ ...nothing('not-rendered', why), isStable: open.isStable })
      return content(await withTimeLimit('keyboard', walkMs, new FocusWalk(open).walk()))
    },
    failure: (detail) => content(nothing('failed', detail)),
  }
}

function nothing(status: KeyboardArtifact['status'], detail: string): KeyboardArtifact {
  return { status, detail, isStable: false, end: 'complete', stops: [], jumps: [], accessKeys: [] }
}

class FocusWalk {
  readonly #open

  constructor(open: OpenPage) {
    this.#open = open
  }

  async walk(): Promise<KeyboardArtifact> {
    await this.#run(`${walkFocusSource};undefined`)
    const accessKeys = await this.#run<KeyboardArtifact['accessKeys']>('accessKeysHere()')
    await this.#run('startWalk()')
    const end = await this.#tabThrough()
    await this.#lookAtPictures()
    const jumps = await this.#jump()
    const stops = await this.#run<KeyboardStop[]>('stopsWalked()')
    return { status: 'walked', detail: null, isStable: this.#open.isStable, end, stops, jumps, accessKeys }
  }

  async #tabThrough(): Promise<KeyboardArtifact['end']> {
    const trail = new FocusTrail()
    for (let presses = 0; presses < mostPresses; presses += 1) {
      const { index, mayHoldStops } = await this.#press('Tab')
      const said = trail.next(index, mayHoldStops)
      if (said === 'stays') return (await this.#isStuck(index)) ? 'stuck' : 'complete'
      if (said === 'inside') return 'budget'
      if (said !== null) return said
    }
    return 'budget'
  }

  /** A dialog may want Escape, a field Shift. */
  async #isStuck(index: number): Promise<boolean> {
    if ((await this.#run<number>('tabbableCount()')) < 2) return false
    for (const key of ['Shift+Tab', 'Escape', 'Tab']) if ((await this.#press(key)).index !== index) return false
    return true
  }

  #press(key: string): Promise<{ index: number; mayHoldStops: boolean }> {
    return this.#open.browserPage.keyboard.press(key).then(() => this.#run('noteStop()'))
  }

  /** Where styles tell no difference a picture may: what looks the same with and without focus has no sign of it. */
  async #lookAtPictures(): Promise<void> {
    const stops = await this.#run<KeyboardStop[]>('stopsWalked()')
    const unsure = stops.flatMap(({ indicator, isVisible }, index) =>
      indicator === 'unsure' && isVisible ? [index] : [],
    )
    for (const index of unsure.slice(0, mostPictures)) {
      const indicator = await this.#picturesDiffer(index)
      await this.#run(`judgeStop(${index}, ${JSON.stringify(indicator)})`)
    }
  }

  async #picturesDiffer(index: number): Promise<KeyboardStop['indicator']> {
    const pictures = []
    for (const isOn of [true, false, true, false]) {
      const picture = await this.#picture(index, isOn)
      if (picture === null) return 'unsure'
      pictures.push(picture)
    }
    const [focused, blurred, again, once] = pictures
    if (focused?.equals(again ?? Buffer.alloc(0)) !== true || blurred?.equals(once ?? Buffer.alloc(0)) !== true)
      return 'unsure'
    return focused.equals(blurred) ? 'none' : 'seen'
  }

  async #picture(index: number, isOn: boolean): Promise<Buffer | null> {
    type Box = { x: number; y: number; width: number; height: number }
    await this.#run(`focusStop(${index}, ${isOn})`)
    await new Promise((resolve) => setTimeout(resolve, answerMs))
    const box = await this.#run<Box | null>(`focusStop(${index}, ${isOn})`)
    if (box === null) return null
    const [x, y] = [Math.max(0, box.x - 12), Math.max(0, box.y - 12)]
    const clip = { x, y, width: Math.min(600, box.width + 24), height: Math.min(400, box.height + 24) }
    if (x >= 1280 || y >= 800 || box.x + box.width < 0 || box.y + box.height < 0) return null
    return this.#open.browserPage.screenshot({
      type: 'png',
      clip,
      animations: 'disabled',
      caret: 'hide',
      timeout: 10_000,
    })
  }

  async #jump(): Promise<KeyboardJump[]> {
    const jumps = []
    for (const jump of await this.#run<Omit<KeyboardJump, 'isMoving'>[]>(`jumpsAmong(${firstStops})`))
      jumps.push({ ...jump, isMoving: jump.isThere && !jump.isOwn ? await this.#isMoving(jump.stop) : null })
    return jumps
  }

  /** A script may move the focus at once; else the next Tab tells where it goes on. */
  async #isMoving(stop: number): Promise<boolean | null> {
    const { keyboard } = this.#open.browserPage
    await this.#run(`focusStop(${stop}, true)`)
    await keyboard.press('Enter')
    await this.#open.world.untilDrawn(1_000)
    if ((await this.#run<boolean | null>(`isBeyond(${stop})`)) === true) return true
    await keyboard.press('Tab')
    return this.#run<boolean | null>(`isBeyond(${stop})`)
  }

  #run<T>(expression: string): Promise<T> {
    return this.#open.world.evaluate<T>(expression)
  }
}

function content(value: KeyboardArtifact): ArtifactContent {
  return { mediaType: 'application/json', content: Buffer.from(canonicalJson(value)) }
}
