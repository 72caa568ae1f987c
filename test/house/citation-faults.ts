import { createHash } from 'node:crypto'
import type { Citation, Scheme } from '../../store/model/scheme.ts'

/** A citation with the place in its scheme where it stands. */
export interface PlacedCitation {
  where: string
  citation: Citation
}

/** Every citation of a scheme. */
export function citationsOf(scheme: Scheme): PlacedCitation[] {
  return scheme.criteria.flatMap(({ id, cites }) =>
    cites.map((citation, index) => ({ where: `${scheme.id}/${id}#${index}`, citation })),
  )
}

/** What is wrong with a citation, as sentences; empty when the source says what it claims. `readSeed` gives `null` for a file that is not there. */
export function citationFaults(
  { where, citation }: PlacedCitation,
  readSeed: (file: string) => Buffer | null,
): string[] {
  const { file, lines, sha256, mentions } = citation
  const bytes = readSeed(file)
  if (bytes === null) return [`${where}: ${file} is no seed`]
  const faults: string[] = []
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) faults.push(`${where}: ${file} has another SHA-256`)
  const all = bytes.toString('utf8').split(/\r?\n/)
  const [from, to] = lines
  if (to > all.length) return [...faults, `${where}: ${file} has ${all.length} lines, not ${to}`]
  const said = normal(all.slice(from - 1, to).join('\n'))
  const missing = mentions.filter((term) => !said.includes(normal(term)))
  return [...faults, ...missing.map((term) => `${where}: ${file}:${from}-${to} does not say 「${term}」`)]
}

/** Criteria whose title does not stand in the lines they cite: an official title is never reworded. */
export function rewordedTitles(scheme: Scheme, readSeed: (file: string) => Buffer | null): string[] {
  const cited = ({ file, lines: [from, to] }: Citation): string => {
    const lines = readSeed(file)?.toString('utf8').split(/\r?\n/) ?? []
    return normal(lines.slice(from - 1, to).join('\n'))
  }
  return scheme.criteria
    .filter(({ title, cites }) => !cites.some((citation) => cited(citation).includes(normal(title))))
    .map(({ id, title }) => `${scheme.id}/${id}: 「${title}」 does not stand in the cited lines`)
}

/** NFKC folds compatibility ideographs and full-width signs; white space in the seeds stands wherever a table was broken. */
function normal(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
