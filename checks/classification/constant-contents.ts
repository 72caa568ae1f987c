import type { MetaTag } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText } from '../labels.ts'
import type { Classification } from './classify-page.ts'
import { categoryFields, codesOf } from './codes.ts'
import { isoDay } from './date-faults.ts'
import { tagsOf } from './fields.ts'

/** A content that stands on all pages alike. */
export interface ConstantContent {
  field: string
  content: string
  /** True when the pages themselves say something else: their own titles, their own dates. */
  isRefuted: boolean
  /** One tag a page. */
  tags: readonly MetaTag[]
}

/** Pages that go their own way may be so many of a hundred: a home page, a page by hand. */
const strays = 0.05

/** Contents that a template gives to every page, where at least `fromPages` have them. Source: facts 3.4. */
export function constantContents(
  snapshot: Snapshot,
  pages: readonly Classification[],
  fromPages: number,
): ConstantContent[] {
  const titles = commonTags(pages, fromPages, (page) => tagsOf(page.tags, 'DC.Title')[0])
  const dates = commonTags(pages, fromPages, (page) => tagsOf(page.tags, 'DC.Date')[0])
  const starts = commonTags(pages, fromPages, ({ tags }) =>
    tagsOf(tags, 'DC.Coverage').find(({ name }) => /\.t\.min\s*$/iu.test(name)),
  )
  return [
    ...constant('DC.Title', titles, hasOtherTitles(snapshot, titles)),
    ...constant('DC.Date', dates, hasOtherDates(snapshot, dates)),
    ...constant('DC.Coverage.t.min', starts, false),
    ...constantClasses(pages, fromPages),
  ]
}

function constant(field: string, tags: readonly MetaTag[], isRefuted: boolean): ConstantContent[] {
  const [first] = tags
  return first === undefined ? [] : [{ field, content: first.content.trim(), isRefuted, tags }]
}

/** The tags of the commonest content, when nearly all pages that have the field share it; else none. */
function commonTags(
  pages: readonly Classification[],
  fromPages: number,
  tagOf: (page: Classification) => MetaTag | undefined,
): MetaTag[] {
  const tags = pages.flatMap((page) => tagOf(page) ?? []).filter(({ content }) => content.trim() !== '')
  const byContent = new Map<string, MetaTag[]>()
  for (const tag of tags) byContent.set(tag.content.trim(), [...(byContent.get(tag.content.trim()) ?? []), tag])
  const common = [...byContent.values()].sort((a, b) => b.length - a.length)[0] ?? []
  return common.length >= fromPages && common.length >= tags.length * (1 - strays) ? common : []
}

function hasOtherTitles(snapshot: Snapshot, tags: readonly MetaTag[]): boolean {
  return new Set(tags.map(({ pageId }) => foldText(snapshot.page(pageId).title ?? ''))).size > tags.length / 2
}

/** True when most pages that print a day in their content print others than the constant one. */
function hasOtherDates(snapshot: Snapshot, tags: readonly MetaTag[]): boolean {
  const day = isoDay(tags[0]?.content ?? '')
  const printed = tags
    .map(({ pageId }) => snapshot.dates(pageId).filter(({ region, label }) => region === 'main' && label !== null))
    .filter((dates) => dates.length > 0)
  const others = printed.filter((dates) => dates.every(({ date }) => date !== day))
  return printed.length >= 3 && others.length * 2 > printed.length
}

function constantClasses(pages: readonly Classification[], fromPages: number): ConstantContent[] {
  const classified = pages.filter(({ isClassified }) => isClassified)
  const tuples = new Set(classified.map(classesOf))
  const [first] = classified
  if (classified.length < fromPages || tuples.size > 1 || first === undefined) return []
  const tags = classified.flatMap(({ tags: all }) => tagsOf(all, 'Category.Theme').slice(0, 1))
  return [{ field: 'Category', content: classesOf(first), isRefuted: false, tags }]
}

/** The codes of a page in one line, as in `770/C00/E00`. */
export function classesOf({ tags }: Classification): string {
  return categoryFields.map((field) => codesOf(tags, field).join('+')).join('/')
}
