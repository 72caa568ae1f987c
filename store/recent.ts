/** Keeps what was made for the last few keys: what was made first goes first. */
export class Recent<Key, Made> {
  readonly #most: number
  readonly #kept = new Map<Key, { made: Made }>()

  constructor(most: number) {
    this.#most = most
  }

  /** What was made for the key, made now when it is not kept. */
  get(key: Key, make: () => Made): Made {
    const known = this.#kept.get(key)
    if (known !== undefined) return known.made
    const made = make()
    const [oldest] = this.#kept.size >= this.#most ? this.#kept.keys() : []
    if (oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(key, { made })
    return made
  }
}
