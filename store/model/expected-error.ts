/** Whose fault an expected error is: the operator's (exit 2) or the machine's (exit 4). A site's fault is data, never an error. */
export type Fault = 'operator' | 'machine'

/** Where in what the operator gave us the fault lies, and what to do about it. */
export interface FaultPlace {
  file?: string
  /** Path inside the file, as in `criteria[2].bands[0].points`. */
  path?: string
  hint?: string
}

/** An error we foresaw: shown as one line without a stack. Anything else that is thrown is our bug. */
export class ExpectedError extends Error {
  readonly fault: Fault
  /** Short and stable, as in `config/unreadable`. */
  readonly code: string
  readonly place: FaultPlace

  constructor(fault: Fault, code: string, message: string, place: FaultPlace = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'ExpectedError'
    this.fault = fault
    this.code = code
    this.place = place
  }
}
