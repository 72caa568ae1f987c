import type { FormLine } from '../../../store/model/check-result.ts'
import type { Link } from '../../../store/model/link.ts'
import type { Pattern, Terms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { tagsOf, valuesIn } from '../../classification/fields.ts'
import { isBlankForm } from '../../documents/blank-form.ts'
import { nameOf } from '../../documents/document-evidence.ts'
import { findTwins } from '../../documents/find-twins.ts'
import { collectDocuments, type OfferedDocument } from '../../documents/offered-document.ts'
import { foldText, matchesAny, normaliseLabel } from '../../labels.ts'
import { oncePerSnapshot } from '../../once-per.ts'
import { rowTextOf } from './row-text.ts'

/** One blank form in all formats it is offered in. */
export interface BlankForm {
  line: FormLine
  documents: readonly OfferedDocument[]
  /** True when a page that offers it, or its row, tells a service class. */
  isClassified: boolean
}

/** Every blank form the site offers, twins together, filled examples left out: 003:283. */
export const blankForms = oncePerSnapshot(collect)

function collect(snapshot: Snapshot, terms: Terms): readonly BlankForm[] {
  const documents = collectDocuments(snapshot).filter(({ isGone, links }) => !isGone && links.length > 0)
  const groups = findTwins(snapshot, documents)
  const forms = groups.filter((group) => isForm(group, terms)).map((group) => formOf(snapshot, group, terms))
  return forms.sort((a, b) => (a.line.title < b.line.title ? -1 : 1))
}

function isForm(group: readonly OfferedDocument[], { documents, services }: Terms): boolean {
  const labels = group
    .flatMap(({ fileName, links }) => [fileName, ...links.map(({ text }) => text)])
    .map(normaliseLabel)
  if (labels.some((label) => matchesAny(label, services.forms.examples))) return false
  return group.some((document) => isBlankForm(document, documents.formLabels))
}

function formOf(snapshot: Snapshot, group: readonly OfferedDocument[], terms: Terms): BlankForm {
  const links = group.flatMap((document) => document.links)
  const rows = links.slice(0, 20).map((link) => foldText(`${rowTextOf(snapshot, link)} ${link.text}`))
  const names = group.map(({ fileName }) => foldText(fileName))
  const classes = classesOf(snapshot, links)
  const line: FormLine = {
    title: nameOf(group),
    number: firstMatch(rows, terms.services.forms.numbers),
    version: firstMatch([...rows, ...names], terms.services.forms.versions),
    formats: sorted(group.map(({ promised, file }) => file?.detected ?? promised ?? '?')),
    urls: sorted(group.map(({ address }) => address)),
    copies: copiesIn(group),
    pages: sorted(links.map(({ pageId }) => snapshot.page(pageId).url)),
    classes,
  }
  const isClassified = classes.length > 0 || rows.some((row) => matchesAny(row, terms.services.forms.classes))
  return { line, documents: group, isClassified }
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort()
}

/** Addresses beyond the first that hold the very same bytes. */
function copiesIn(group: readonly OfferedDocument[]): number {
  const bodies = group.flatMap(({ resource }) => {
    const body = resource?.outcome.kind === 'response' ? resource.outcome.body : null
    return body === null ? [] : [body]
  })
  return bodies.length - new Set(bodies).size
}

function classesOf(snapshot: Snapshot, links: readonly Link[]): string[] {
  const pages = [...new Set(links.map(({ pageId }) => pageId))]
  const tags = pages.flatMap((pageId) => tagsOf(snapshot.metaTags(pageId), 'Category.Service'))
  return sorted(tags.flatMap(({ content }) => valuesIn(content)))
}

const compiled = new WeakMap<readonly Pattern[], readonly RegExp[]>()

/** What the first pattern that fits names; `null` when none does. */
function firstMatch(texts: readonly string[], patterns: readonly Pattern[]): string | null {
  const expressions = compiled.get(patterns) ?? patterns.map((source) => new RegExp(source, 'iu'))
  compiled.set(patterns, expressions)
  const found = texts.flatMap((text) => expressions.map((expression) => expression.exec(text)?.[1]))
  return found.find((match) => match !== undefined) ?? null
}
