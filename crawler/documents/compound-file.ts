const freeSector = 0xfffffffa
/** A directory of more sectors than this is a loop or a trap. */
const mostSectors = 4096
const entryBytes = 128

/** Names of streams and storages in the directory of a compound file (MS-CFB). */
export interface CompoundDirectory {
  names: readonly string[]
  /** False when the directory breaks off. */
  isWhole: boolean
}

/** Reads the directory of a compound file (the container of .doc, .xls and .ppt). Never throws. */
export function readCompoundDirectory(content: Uint8Array): CompoundDirectory {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  if (content.byteLength < 512) return { names: [], isWhole: false }
  const sectorBytes = view.getUint16(30, true) === 12 ? 4096 : 512
  const names: string[] = []
  let sector = view.getUint32(48, true)
  for (let count = 0; sector < freeSector && count < mostSectors; count += 1) {
    const at = (sector + 1) * sectorBytes
    if (at + sectorBytes > content.byteLength) return { names, isWhole: false }
    names.push(...entryNames(view, at, sectorBytes))
    const next = nextSector(view, sector, sectorBytes)
    if (next === null) return { names, isWhole: false }
    sector = next
  }
  return { names, isWhole: isLongEnough(view, sectorBytes) }
}

function entryNames(view: DataView, at: number, sectorBytes: number): string[] {
  const names: string[] = []
  for (let entry = at; entry < at + sectorBytes; entry += entryBytes) {
    const length = Math.min(64, view.getUint16(entry + 64, true))
    const bytes = new Uint8Array(view.buffer, view.byteOffset + entry, Math.max(0, length - 2))
    if (length > 2) names.push(new TextDecoder('utf-16le').decode(bytes))
  }
  return names
}

/** Follows the allocation table, of which the header names the first 109 sectors; that covers 6.8 MB, the directory is near. */
function nextSector(view: DataView, sector: number, sectorBytes: number): number | null {
  const perTable = sectorBytes / 4
  const table = Math.floor(sector / perTable)
  if (table >= 109) return null
  const at = (view.getUint32(76 + table * 4, true) + 1) * sectorBytes + (sector % perTable) * 4
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : null
}

/** The allocation tables that the header names must lie in the file. */
function isLongEnough(view: DataView, sectorBytes: number): boolean {
  const count = Math.min(109, view.getUint32(44, true))
  for (let table = 0; table < count; table += 1) {
    const sector = view.getUint32(76 + table * 4, true)
    if (sector < freeSector && (sector + 2) * sectorBytes > view.byteLength) return false
  }
  return true
}
