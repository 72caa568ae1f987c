import { pagesInferred } from '../checks/accessibility/infer-alike.ts'
import { isExamined, readAxe } from '../checks/accessibility/read-axe.ts'
import { isRequired } from '../checks/accessibility/requirement.ts'
import { readPolicy } from '../config/read-policy.ts'
import { readStandard } from '../config/read-standards.ts'
import { choosePages } from '../crawler/browser/sample.ts'
import { openSnapshot } from '../store/snapshot/open.ts'

/**
 * What `--browser sample` would have found of what `--browser all` found, told from a snapshot of the latter; of the key pages
 * only the start page is known here: `node bench/dist/bench/sample-recall.js <snapshot.sqlite>`.
 */
const snapshot = openSnapshot(process.argv[2] ?? '')
const standard = readStandard(snapshot.run.policy.standard)
const surfaces = snapshot.surfaces()
const examined = readAxe(snapshot).filter(isExamined)
const pages = examined.map(({ page }) => page)
const candidates = pages.map(({ id, url, templateId, isShell }) => {
  return { id, url, templateId, isShell, isKey: false, surface: [...(surfaces.get(id) ?? [])] }
})
const { randomRest, seed } = { randomRest: readPolicy().randomRest, seed: snapshot.run.policy.seed }
const choice = { mode: 'sample', startUrl: snapshot.homePage()?.url ?? '', randomRest, seed } as const
const chosen = new Set(choosePages(choice, candidates).map(({ id }) => id))

/** A rule on a selector of a template -> ids of the pages that violate it. */
const barriers = new Map<string, { templateId: string; kind: string; on: Set<number> }>()
for (const { page, content } of examined) {
  for (const group of content.groups) {
    if (group.outcome !== 'violation' || !isRequired(group, standard)) continue
    const key = JSON.stringify([group.rule, page.templateId, group.selector])
    const kind = `${group.rule} ${group.selector}`
    const barrier = barriers.get(key) ?? { templateId: page.templateId, kind, on: new Set<number>() }
    barriers.set(key, barrier)
    barrier.on.add(page.id)
  }
}

/** Fewest pages, near enough, on which so many barriers stand, by one who knows them all. */
function oracle(share: number): number {
  const open = [...barriers.values()].map(({ on }) => on)
  const wanted = (1 - share) * open.length
  let count = 0
  for (let left = open; left.length > wanted; count += 1) {
    const gains = pages.map(({ id }) => left.filter((on) => on.has(id)).length)
    const best = pages[gains.indexOf(Math.max(...gains))]?.id ?? 0
    left = left.filter((on) => !on.has(best))
  }
  return count
}

const sums = { found: 0, places: 0, seen: 0, inferred: 0, wrongly: 0 }
const rules = new Map<string, boolean>()
for (const { templateId, kind, on } of barriers.values()) {
  const seen = new Set([...on].filter((id) => chosen.has(id)))
  sums.places += on.size
  sums.seen += seen.size
  const [rule = ''] = kind.split(' ', 1)
  rules.set(rule, (rules.get(rule) ?? false) || seen.size > 0)
  if (seen.size === 0) continue
  sums.found += 1
  const ofTemplate = pages.filter((page) => page.templateId === templateId)
  const broken = new Set([...barriers.values()].filter((one) => one.kind === kind).flatMap((one) => [...one.on]))
  const free = [...chosen].filter((id) => !broken.has(id))
  for (const { id } of pagesInferred(surfaces, ofTemplate, seen, chosen, free)) {
    if (on.has(id)) sums.inferred += 1
    else sums.wrongly += 1
  }
}
const share = (part: number, whole: number) =>
  `${part} of ${whole} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %)`
process.stdout.write(
  `pages opened: ${share(chosen.size, pages.length)}
rules violated that were found: ${share([...rules.values()].filter(Boolean).length, rules.size)}
barriers (rule, template, selector) found: ${share(sums.found, barriers.size)}
places (barrier on a page) seen: ${share(sums.seen, sums.places)}, seen or inferred: ${share(sums.seen + sums.inferred, sums.places)}
inferred where there was none: ${sums.wrongly}
pages on which 98 % and all of the barriers stand, at the fewest: ${share(oracle(0.98), pages.length)}, ${share(oracle(1), pages.length)}\n`,
)
