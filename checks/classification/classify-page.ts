import type { ClassifiedPage } from '../../store/model/check-result.ts'
import type { MetaTag, Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import { categoryFields, codesOf } from './codes.ts'
import { isClassification, mayBeEmpty, stateOf } from './fields.ts'
import { faultTitles, type ValueWords, valueFaults } from './value-faults.ts'

/** One page with its metadata, and which required fields it lacks. */
export interface Classification {
  page: Page
  tags: readonly MetaTag[]
  absent: readonly string[]
  /** Stand there without content, and must not. */
  empty: readonly string[]
  /** Stand there without content, and perhaps may. */
  doubtful: readonly string[]
  /** True when all three classes have a content. */
  isClassified: boolean
}

/** Reads the metadata of one page against the required names. Source: 002:30, 003:240-247, facts 3. */
export function classifyPage(page: Page, tags: readonly MetaTag[], terms: Terms['classification']): Classification {
  const inState = (state: string) => terms.required.filter((field) => stateOf(tags, field) === state)
  return {
    page,
    tags: tags.filter(isClassification),
    absent: inState('absent'),
    empty: inState('empty').filter((field) => !mayBeEmpty(field)),
    doubtful: inState('empty').filter(mayBeEmpty),
    isClassified: categoryFields.every((field) => stateOf(tags, field) === 'filled'),
  }
}

/** True when the page says nothing of itself at all; keywords alone are for search engines. */
export function saysNothing({ tags }: Classification): boolean {
  return tags.every(({ name }) => name.trim().toLowerCase() === 'keywords')
}

/** The row of the report's table. */
export function rowOf(classification: Classification, words: ValueWords): ClassifiedPage {
  const { page, tags } = classification
  const [theme, cake, service] = categoryFields.map((field) => codesOf(tags, field))
  return {
    url: page.url,
    fields: fieldsOf(tags),
    theme: theme ?? [],
    cake: cake ?? [],
    service: service ?? [],
    problems: problemsOf(classification, words),
  }
}

function fieldsOf(tags: readonly MetaTag[]): Record<string, string[]> {
  const names = [...new Set(tags.map(({ name }) => name))].sort()
  return Object.fromEntries(
    names.map((name) => [name, tags.filter((tag) => tag.name === name).map(({ content }) => content)]),
  )
}

function problemsOf({ tags, absent, empty, doubtful }: Classification, words: ValueWords): string[] {
  return [
    ...absent.map((field) => `缺少 ${field}`),
    ...[...empty, ...doubtful].map((field) => `${field} 無內容`),
    ...valueFaults(tags, words).map(({ kind, field, content }) => `${field} ${faultTitles[kind]}：${content}`),
  ]
}
