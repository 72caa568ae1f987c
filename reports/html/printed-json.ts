import { pointerTo } from '../json-pointer.ts'
import type { CitedPointer, CitedRange } from './cited-bodies.ts'

/** JSON laid out for reading, with the cited places as stretches of that text. */
export interface PrintedJson {
  text: string
  ranges: CitedRange[]
}

/** Lays JSON out with two spaces and finds where the cited values stand; a pointer to nothing is left out. */
export function printJson(json: string, pointers: readonly CitedPointer[]): PrintedJson {
  const wanted = new Map(pointers.map(({ pointer, anchor }) => [pointer, anchor]))
  const printer = new Printer(wanted)
  printer.print(JSON.parse(json), '', '')
  return { text: printer.text(), ranges: printer.ranges }
}

class Printer {
  readonly ranges: CitedRange[] = []
  readonly #wanted: ReadonlyMap<string, string>
  readonly #parts: string[] = []
  #length = 0

  constructor(wanted: ReadonlyMap<string, string>) {
    this.#wanted = wanted
  }

  text(): string {
    return this.#parts.join('')
  }

  print(value: unknown, pointer: string, indent: string): void {
    const start = this.#length
    if (typeof value === 'object' && value !== null) this.#printMembers(value, pointer, indent)
    else this.#put(JSON.stringify(value))
    const anchor = this.#wanted.get(pointer)
    if (anchor !== undefined) this.ranges.push({ anchor, start, end: this.#length })
  }

  #printMembers(value: object, pointer: string, indent: string): void {
    const isList = Array.isArray(value)
    const members = Object.entries(value)
    this.#put(isList ? '[' : '{')
    for (const [index, [name, member]] of members.entries()) {
      this.#put(`${index === 0 ? '' : ','}\n${indent}  ${isList ? '' : `${JSON.stringify(name)}: `}`)
      this.print(member, pointerTo(pointer, name), `${indent}  `)
    }
    this.#put(`${members.length === 0 ? '' : `\n${indent}`}${isList ? ']' : '}'}`)
  }

  #put(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}
