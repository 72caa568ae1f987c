/** Disjoint sets: which things turned out to be one. */
export class Sets<T> {
  readonly #parents: Map<T, T>

  constructor(members: readonly T[]) {
    this.#parents = new Map(members.map((member) => [member, member]))
  }

  /** Afterwards all of them are in one set. */
  join(members: readonly T[]): void {
    const [first, ...others] = members
    if (first === undefined) return
    for (const other of others) this.#parents.set(this.#root(other), this.#root(first))
  }

  /** Every set, and in it every member, in the order in which the members were given. */
  groups(): T[][] {
    const groups = new Map<T, T[]>()
    for (const member of this.#parents.keys()) {
      const root = this.#root(member)
      const group = groups.get(root)
      if (group === undefined) groups.set(root, [member])
      else group.push(member)
    }
    return [...groups.values()]
  }

  #root(member: T): T {
    let root = member
    for (let parent = this.#parents.get(root); parent !== undefined && parent !== root; ) {
      root = parent
      parent = this.#parents.get(root)
    }
    if (root !== member) this.#parents.set(member, root)
    return root
  }
}
