/** Fills the `{slots}` of a message; a slot without a value stays as it is. */
export function fillMessage(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = values[name]
    return value === undefined ? slot : String(value)
  })
}
