/** First and last day, ISO dates, both included. */
export interface Period {
  from: string
  to: string
}

/** A number or fact the agency says of itself; shown as declared, never mixed with measured. */
export interface Declaration {
  /** Name and period, as in `cases-online:2025`. */
  id: string
  /** What is declared, as in `cases-online`. */
  name: string
  /** In Traditional Chinese. */
  title: string
  value: number | string | boolean
  /** In Traditional Chinese; `null` where nothing is counted. */
  unit: string | null
  /** The time the number is about; `null` where none matters. */
  period: Period | null
  /** Address or file where it can be checked. */
  source: string
  declaredBy: string
  /** ISO date. */
  declaredOn: string
}

/** Something an agency may declare, from `config/terms/declarations.yaml`. */
export interface Declarable {
  name: string
  title: string
  unit: string | null
  kind: 'count' | 'share' | 'flag' | 'text'
  /** Name of what it is part of: it may not be more. */
  within?: string
  /** `<check id>#<measure>`: what the site shows of it. */
  measure?: string
}
