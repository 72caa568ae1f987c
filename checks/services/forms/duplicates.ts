import { groupBy } from '../../group-by.ts'
import type { BlankForm } from './blank-forms.ts'

/** Forms of one name and different content. */
export interface Duplicates {
  name: string
  members: readonly BlankForm[]
}

/** 「申請書」 alone names no form. */
const shortestName = 4

/** Forms that bear one name, versions and dates aside, and are no twins: old versions, or what could be one. */
export function duplicatesAmong(forms: readonly BlankForm[]): Duplicates[] {
  const byName = groupBy(forms, ({ line }) => {
    const name = plainName(line.title)
    return name.length >= shortestName ? name : null
  })
  return [...byName].flatMap(([name, members]) => (members.length > 1 ? [{ name, members }] : []))
}

function plainName(title: string): string {
  return title
    .replace(/[(（]?(v(er)?\.?)?\d[\d./-]*(年|版|月|日|修訂|修正|更新)*[)）]?/giu, '')
    .replace(/(新|舊|最新|修訂|修正)版/gu, '')
    .replace(/[^\p{L}]/gu, '')
}
