import { foldText } from '../labels.ts'
import type { Group } from './judge-group.ts'

/** Forms are called by one of these, whichever it is: 申請書, 申請表, 申請單. */
const formWord = /(?:書|表|單|表單|表格)$/u
/** Shorter names are those of many forms. */
const shortestName = 4
const leastShared = 0.6

/**
 * The ODF that may be an Office document under a name of its own: one that differs in nothing but 書 and 表, or the only other
 * document of the page that offers it, under a name that mostly agrees. `null`: there is none, and the document is offered without ODF.
 */
export function odfAlike(group: Group, groups: readonly Group[]): Group | null {
  if (group.state !== 'office-only') return null
  const bare = groups.filter((one) => one.state === 'offered' && one.members.every(({ member }) => member !== 'office'))
  const stem = stemOf(group)
  const named = bare.find((one) => stem.length >= shortestName && stemOf(one) === stem)
  return named ?? bare.find((one) => arePair(group, one, groups)) ?? null
}

function stemOf({ name }: Group): string {
  return foldText(name).replace(formWord, '')
}

/** True when a page offers these two and no others, under names that mostly agree, as 委託書 and 委任書. */
function arePair(group: Group, other: Group, groups: readonly Group[]): boolean {
  if (sharedCharacters(group.name, other.name) < leastShared || numbersIn(group) !== numbersIn(other)) return false
  const [ours, theirs] = [pagesOf(group), pagesOf(other)]
  return [...ours].some((page) => theirs.has(page) && groups.filter((one) => pagesOf(one).has(page)).length === 2)
}

/** Lists of two years are two documents. */
function numbersIn({ name }: Group): string {
  return (name.match(/\d+/gu) ?? []).join(' ')
}

/** Share of the characters of the longer name that both have. */
function sharedCharacters(a: string, b: string): number {
  const [one, two] = [new Set(a), new Set(b)]
  return [...one].filter((character) => two.has(character)).length / Math.max(one.size, two.size, 1)
}

function pagesOf({ members }: Group): ReadonlySet<number> {
  return new Set(members.flatMap(({ document }) => document.links.map(({ pageId }) => pageId)))
}
