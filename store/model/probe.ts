/** A random address in a directory that links lead to, or of a program with a random id: what a host says where there is nothing. */
export interface Probe {
  /** Origin and path up to the last `/`; of a program its path and the name of the parameter, as in `https://a.gov.tw/news.aspx?id=`. */
  directory: string
  resourceId: number
}
