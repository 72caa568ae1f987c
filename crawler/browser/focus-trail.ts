/** In a frame, a player or a date, Tab may move without leaving the element. */
const mostInside = 40
/** Elsewhere, so often the focus may stay. */
const mostHere = 2

/** Where a walk with the Tab key stands, told by the order in which stops come. */
export class FocusTrail {
  #last = -1
  #stays = 0
  #repeats = 0
  #stops = 0

  /**
   * What the next stop says: `null` to go on; `complete` at the end; `stays` where the focus does not leave; `inside` where it
   * cannot be seen moving; `loop` once all stops came again, and again. `index` is -1 where nothing of the page has the focus.
   */
  next(index: number, mayHoldStops: boolean): 'complete' | 'stays' | 'inside' | 'loop' | null {
    // Some browsers begin at the first stop again.
    if (index < 0 || (index === 0 && this.#stops > 1)) return 'complete'
    const isHere = index === this.#last
    this.#stays = isHere ? this.#stays + 1 : 0
    if (!isHere) this.#repeats = index < this.#stops ? this.#repeats + 1 : 0
    this.#stops = Math.max(this.#stops, index + 1)
    this.#last = index
    if (this.#stays > (mayHoldStops ? mostInside : mostHere)) return mayHoldStops ? 'inside' : 'stays'
    return this.#repeats > 2 * this.#stops ? 'loop' : null
  }
}
