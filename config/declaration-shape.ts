import { z } from 'zod'
import type { Declarable, Period } from '../store/model/declaration.ts'
import { pastDate, pastPeriod } from './calendar.ts'

const text = z.string().regex(/\S/, { error: '不可空白' })

/** An address must be one of the web; anything else is taken for the name of a file. */
const source = text.refine((written) => !written.includes('://') || /^https?:\/\/[^\s/]+\S*$/.test(written), {
  error: '來源網址須以 http:// 或 https:// 開頭',
})

const itemNumber = z.enum(['1', '2', '3', '4', '5a', '5b', '5c', '6', '7', '8', '9', '10'])

/** One entry as the file has it, its period laid out. */
export interface WrittenDeclaration {
  name: string
  value: number | string | boolean
  unit?: string | null
  period: Period
  source: string
  declaredBy: string
  declaredOn: string
}

/** Shape of a file in `config/declarations/`, its sums included. `today`: ISO date. */
export function declarationFile(declarables: readonly Declarable[], today: string) {
  const origin = { source, declaredBy: text, declaredOn: pastDate(today) }
  const entry = z.strictObject({
    name: text,
    value: z.union([z.number(), z.string(), z.boolean()], { error: '須為數字、文字或 true/false' }),
    unit: text.nullable().exactOptional(),
    period: pastPeriod(today),
    ...origin,
  })
  return z
    .strictObject({
      declarations: z.array(entry).default([]),
      notApplicable: z.array(z.strictObject({ item: itemNumber, reason: text, ...origin })).default([]),
    })
    .check(({ value, issues }) => {
      for (const [path, message] of faultsOf(value.declarations, declarables))
        issues.push({ code: 'custom', path: ['declarations', ...path], message, input: value })
    })
}

type Fault = readonly [path: (string | number)[], message: string]

function faultsOf(entries: readonly WrittenDeclaration[], declarables: readonly Declarable[]): Fault[] {
  return entries.flatMap((entry, index) => {
    const meant = declarables.find(({ name }) => name === entry.name)
    if (meant === undefined) return [[[index, 'name'], unknownName(entry.name, declarables)] as const]
    const faults = [...valueFaults(entry, meant), ...unitFaults(entry, meant), ...partFaults(entry, meant, entries)]
    const isRepeated = entries.slice(0, index).some((other) => isSame(entry, other))
    const own = isRepeated ? [['name', `「${entry.name}」同一期間重複申報`] as const] : faults
    return own.map(([key, message]) => [[index, key], message] as const)
  })
}

type EntryFault = readonly [key: 'name' | 'value' | 'unit', message: string]

function unknownName(name: string, declarables: readonly Declarable[]): string {
  return `沒有可申報之項目「${name}」（可用：${declarables.map((one) => one.name).join('、')}）`
}

const wantedValues: Readonly<Record<Declarable['kind'], string>> = {
  count: '須為 0 或正整數',
  share: '須為 0 至 100 之數字（百分比）',
  flag: '須為 true 或 false',
  text: '須為文字，請加引號',
}

function valueFaults({ value }: WrittenDeclaration, { kind }: Declarable): EntryFault[] {
  return isKind(value, kind) ? [] : [['value', wantedValues[kind]]]
}

function isKind(value: WrittenDeclaration['value'], kind: Declarable['kind']): boolean {
  if (kind === 'flag') return typeof value === 'boolean'
  if (kind === 'text') return typeof value === 'string' && /\S/.test(value)
  if (typeof value !== 'number' || value < 0) return false
  return kind === 'share' ? value <= 100 : Number.isSafeInteger(value)
}

function unitFaults({ unit = null }: WrittenDeclaration, meant: Declarable): EntryFault[] {
  if (unit === meant.unit) return []
  return [['unit', meant.unit === null ? '本項不填單位' : `單位須為「${meant.unit}」`]]
}

/** A part that is more than its whole, of the same period. */
function partFaults(
  entry: WrittenDeclaration,
  { title, within }: Declarable,
  entries: readonly WrittenDeclaration[],
): EntryFault[] {
  const whole = entries.find((other) => isSame({ ...entry, name: within ?? '' }, other))
  if (typeof whole?.value !== 'number' || typeof entry.value !== 'number' || entry.value <= whole.value) return []
  return [['value', `${title} ${entry.value} 不可大於「${whole.name}」之 ${whole.value}`]]
}

function isSame(one: WrittenDeclaration, other: WrittenDeclaration): boolean {
  return one.name === other.name && one.period.from === other.period.from && one.period.to === other.period.to
}
