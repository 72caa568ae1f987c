import type { Page } from '../../store/model/page.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'
import type { AccessibilityTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { appliedOn, levelOfBadge, yearsAfter } from './badge-says.ts'
import type { Badge } from './find-badges.ts'
import { imageSizeOf } from './image-size.ts'

export type BadgeFault =
  | 'unlinked'
  | 'bare-link'
  | 'no-image'
  | 'no-alt'
  | 'resized'
  | 'other-size'
  | 'not-at-bottom'
  | 'no-level'
  | 'old-version'
  | 'aged'
  | 'no-date'

/** One thing that is wrong with a badge, or for a person to look at. */
export interface JudgedFault {
  fault: BadgeFault
  verdict: 'violates' | 'needs-review'
  values: Record<string, string>
}

type Terms = AccessibilityTerms['badge']

/** What is wrong with a badge on the home page; empty when nothing is. Source: 核發辦法 §5, §6 (facts 4.2). */
export function faultsOfBadge(snapshot: Snapshot, home: Page, badge: Badge, terms: Terms): JudgedFault[] {
  return [
    ...faultOfLink(badge),
    ...faultOfAlt(badge),
    ...faultOfSize(snapshot, badge, terms),
    ...faultOfPlace(snapshot, home, badge),
    ...faultOfLevel(badge),
    ...faultOfAge(snapshot, badge, terms),
  ]
}

function faultOfLink({ leads, image }: Badge): JudgedFault[] {
  if (leads === 'detail') return image === null ? [question('no-image')] : []
  return [violation(leads === 'authority' ? 'bare-link' : 'unlinked')]
}

function faultOfAlt({ image }: Badge): JudgedFault[] {
  return image !== null && (image.alt ?? '').trim() === '' ? [violation('no-alt')] : []
}

/** The attributes are what the page asks for; the file alone may be drawn at another size by the style. */
function faultOfSize(snapshot: Snapshot, { image }: Badge, { width, height }: Terms): JudgedFault[] {
  if (image === null) return []
  const [askedWidth, askedHeight] = [pixelsOf(image.width), pixelsOf(image.height)]
  if ((askedWidth ?? width) !== width || (askedHeight ?? height) !== height)
    return [violation('resized', { size: `寬${askedWidth ?? '未定'}×高${askedHeight ?? '未定'}像素` })]
  if (askedWidth !== null && askedHeight !== null) return []
  const file = fileSize(snapshot, image.url)
  if (file === null || (file.width === width && file.height === height)) return []
  return [question('other-size', { size: `寬${file.width}×高${file.height}像素` })]
}

function pixelsOf(attribute: string | null): number | null {
  const digits = /^\s*(\d{1,4})(?:px)?\s*$/.exec(attribute ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

function fileSize(snapshot: Snapshot, url: string | null) {
  const outcome = url === null ? undefined : snapshot.resourceAt(url)?.outcome
  if (outcome?.kind !== 'response' || outcome.body === null) return null
  const bytes = snapshot.body(outcome.body)
  return bytes === null ? null : imageSizeOf(bytes)
}

/** The bottom: a footer, or the last third of the markup of the body. */
function faultOfPlace(snapshot: Snapshot, home: Page, { node }: Badge): JudgedFault[] {
  // Of a page that scripts made, the served text tells no place.
  if (home.isShell) return []
  const start = node.startIndex ?? 0
  const link = snapshot.linksOf(home.id).find((one) => one.start === start)
  if (link?.region === 'footer') return []
  const html = snapshot.html(home)
  const body = Math.max(0, html.search(/<body\b/i))
  return start - body >= (html.length - body) * (2 / 3) ? [] : [question('not-at-bottom')]
}

function faultOfLevel(badge: Badge): JudgedFault[] {
  const level = levelOfBadge(badge)
  if (level === null) return [question('no-level')]
  return level === 'A+' ? [question('old-version')] : []
}

function faultOfAge(snapshot: Snapshot, { leads, number }: Badge, { validYears }: Terms): JudgedFault[] {
  if (leads !== 'detail') return []
  const date = appliedOn(number)
  if (date === null) return [question('no-date')]
  const today = taipeiDate(new Date(snapshot.run.startedAt))
  return yearsAfter(date, validYears) < today ? [question('aged', { date })] : []
}

function violation(fault: BadgeFault, values: Record<string, string> = {}): JudgedFault {
  return { fault, verdict: 'violates', values }
}

function question(fault: BadgeFault, values: Record<string, string> = {}): JudgedFault {
  return { fault, verdict: 'needs-review', values }
}
