import fc from 'fast-check'

/** Any code unit: control characters, lone surrogates, private use. Cheaper than fast-check's own `binary` unit, which takes seconds to set up. */
const codeUnit = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0x80, max: 0xffff }))

/** Any string JavaScript can hold. */
export function anyText(maxLength = 20): fc.Arbitrary<string> {
  return fc.string({ unit: codeUnit.map((unit) => String.fromCharCode(unit)), maxLength })
}
