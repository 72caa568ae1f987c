import type { CategoryField, ClassificationTerms } from '../../store/model/classification-terms.ts'
import type { MetaTag } from '../../store/model/page.ts'
import type { Agency } from '../../store/model/site.ts'
import { groupBy } from '../group-by.ts'
import { foldText, matchesAny } from '../labels.ts'
import type { Classification } from './classify-page.ts'
import { codesOf } from './codes.ts'
import { tagsOf } from './fields.ts'

/** Contents that name another agency: its OID, or codes of its area. */
export interface ForeignMark {
  kind: 'other-oid' | 'known-oid' | 'other-area'
  /** The OID, or the codes. */
  content: string
  /** Whose it is, or what area; `null` when unknown. */
  whose: string | null
  /** One tag a page. */
  tags: readonly MetaTag[]
}

/** Identifiers that begin with the OID of another agency than the site's own. Source: facts 3.3, 3.4. */
export function foreignOids(
  pages: readonly Classification[],
  agency: Agency,
  siteName: string,
  terms: ClassificationTerms,
): ForeignMark[] {
  const byOid = tagsByOid(pages, terms)
  const own = agency.oid ?? commonest(byOid)
  return [...byOid].flatMap(([oid, tags]): ForeignMark[] => {
    const known = terms.knownOids.find((one) => one.oid === oid)
    const isAnothers = known !== undefined && !siteName.includes(known.name)
    if (oid === own && (agency.oid !== undefined || !isAnothers)) return []
    if (isAnothers && agency.oid === undefined) return [{ kind: 'known-oid', content: oid, whose: known.name, tags }]
    return [{ kind: 'other-oid', content: oid, whose: known?.name ?? null, tags }]
  })
}

function tagsByOid(pages: readonly Classification[], terms: ClassificationTerms): Map<string, MetaTag[]> {
  const form = new RegExp(terms.oid, 'u')
  const identifiers = pages.flatMap(({ tags }) => tagsOf(tags, 'DC.Identifier'))
  return groupBy(identifiers, ({ content }) => form.exec(content.trim())?.[1] ?? null)
}

function commonest(byOid: ReadonlyMap<string, readonly MetaTag[]>): string | undefined {
  return [...byOid].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

/** Areas of other agencies in which most of the site's pages stand; `siteWords` is what the site calls itself and speaks of. */
export function foreignAreas(
  pages: readonly Classification[],
  siteWords: string,
  terms: ClassificationTerms,
): ForeignMark[] {
  const text = foldText(siteWords)
  return terms.areas.flatMap(({ field, codes, title, words }): ForeignMark[] => {
    const classified = pages.filter(({ tags }) => codesOf(tags, field).length > 0)
    const tags = classified.flatMap((page) => tagWithin(page, field, codes))
    if (tags.length === 0 || tags.length * 2 <= classified.length || matchesAny(text, words)) return []
    const content = [...new Set(tags.map((tag) => tag.content.trim()))].join('、')
    return [{ kind: 'other-area', content: `${field}=${content}`, whose: title, tags }]
  })
}

function tagWithin({ tags }: Classification, field: CategoryField, codes: readonly string[]): MetaTag[] {
  const found = tagsOf(tags, field).find((tag) => codesOf([tag], field).some((code) => matchesAny(code, codes)))
  return found === undefined ? [] : [found]
}
