import { strToU8, type Zippable, zipSync } from 'fflate'

/** A part of a container, in the order in which it is written. */
export interface ContainerPart {
  path: string
  text: string
  /** Kept as it is, as OpenDocument wants of its `mimetype`. */
  isStored?: boolean
}

/** ZIP bytes that depend on nothing but the parts: the date of the entries is fixed. */
export function containerOf(parts: readonly ContainerPart[]): Uint8Array {
  const files: Zippable = {}
  for (const { path, text, isStored = false } of parts) files[path] = [strToU8(text), { level: isStored ? 0 : 6 }]
  return zipSync(files, { mtime: new Date(2000, 0, 1) })
}
