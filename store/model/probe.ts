/** A random address in a directory that links lead to: what a host says where there is nothing. */
export interface Probe {
  /** Origin and path up to the last `/`. */
  directory: string
  resourceId: number
}
