import type { SiteAnswer } from '../../support/snapshot-of.ts'

/** A page with a menu that leads to the labels' addresses. */
export function menuPage(...entries: readonly [label: string, href: string][]): string {
  const items = entries.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`)
  return `<html lang="zh-Hant"><body><nav><ul>${items.join('')}</ul></nav><main><h1>測試機關</h1><p>歡迎</p></main></body></html>`
}

/** A page whose content is in a main region. */
export function contentPage(title: string, content: string): string {
  return `<html lang="zh-Hant"><head><title>${title}</title></head><body><main><h1>${title}</h1>${content}</main></body></html>`
}

export const applicationForm =
  '<form method="post"><label for="n">申請人姓名</label><input id="n" name="n"><label for="t">申請事項</label><textarea id="t" name="t"></textarea></form>'

/** The home page with a menu, and the pages behind it. */
export function siteOf(pages: Readonly<Record<string, readonly [label: string, answer: SiteAnswer]>>) {
  const entries = Object.entries(pages).map(([path, [label]]): [string, string] => [label, path])
  const answers = Object.entries(pages).map(([path, [, answer]]) => [path, answer] as const)
  return { '/': menuPage(...entries), ...Object.fromEntries(answers) }
}
