import { numberText } from './number-text.ts'

/** Fills the `{slots}` of a message; a slot without a value stays as it is. A number is a count: a year or a code that has four digits is told as text. */
export function fillMessage(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = values[name]
    if (value === undefined) return slot
    return typeof value === 'number' ? numberText(value) : value
  })
}
