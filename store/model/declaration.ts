/** A number or fact the agency says of itself; shown as declared, never mixed with measured. */
export interface Declaration {
  id: string
  /** What is declared, as in `cases-online`. */
  name: string
  value: number | string | boolean
  unit: string | null
  /** Address or file where it can be checked. */
  source: string
  declaredBy: string
  /** ISO date. */
  declaredOn: string
}
