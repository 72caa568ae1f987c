import type { Badge } from './find-badges.ts'

/** The level a badge names: `AAA`, `AA`, `A`, or `A+` of the first version; `null` when it names none. Source: facts 4.3. */
export function levelOfBadge({ text, image }: Badge): string | null {
  const said = /(?<![A-Za-z\d.])(AAA|3A|AA|2A|A\+|A)(?![A-Za-z\d+])/.exec(text.normalize('NFKC'))?.[1]
  return said === undefined ? levelInFileName(image?.url ?? '') : plainLevel(said)
}

function plainLevel(level: string): string {
  if (level === '3A') return 'AAA'
  return level === '2A' ? 'AA' : level
}

/** As in `A_Plus.gif`, `aplus.png`, `accessibility_aa.jpg`, `aaBadge.png`. */
function levelInFileName(url: string): string | null {
  const name = /([^/?#]+)\.\w{3,4}(?:$|[?#])/.exec(url)?.[1]?.replace(/([a-z])([A-Z])/g, '$1 $2') ?? ''
  const word = /(?:^|[\W_])(aaa|aa|a[\W_]?plus|a)(?:$|[\W_])/i.exec(name)?.[1]?.toUpperCase()
  if (word === undefined) return null
  return word.includes('PLUS') ? 'A+' : word
}

/** The version of the standard a badge names; A+ is a level of the first alone. `null`: it names none. */
export function versionOfBadge(badge: Badge): string | null {
  if (levelOfBadge(badge) === 'A+') return '1.0'
  return /(?<!\d)(1\.0|2\.0|110\.0?7|115\.11)(?!\d)/.exec(badge.text.normalize('NFKC'))?.[1] ?? null
}

/** ISO date of the application that the number of a badge stands for; `null` when its digits are no time. */
export function appliedOn(number: string | null): string | null {
  const [, year, month, day, hour, minute] = /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d\d$/.exec(number ?? '') ?? []
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`)
  const isReal = !Number.isNaN(instant.getTime()) && instant.getUTCDate() === Number(day)
  return isReal ? `${year}-${month}-${day}` : null
}

/** The same day so many years later. */
export function yearsAfter(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
}
