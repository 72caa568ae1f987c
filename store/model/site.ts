import type { ItemNumber } from './check-result.ts'

/** What we were told of the agency: from `config/agencies/<id>.yaml`, or made from the host when there is no file. */
export interface Agency {
  /** `[a-z0-9.-]+`; the host without `www.` when the agency has no file. */
  id: string
  /** Official name in Chinese; `null` when nobody told us. */
  name: string | null
  kind: 'agency' | 'school' | 'other'
  /** True only when the agency is 合議制 (Art. 7-I-10 applies), `null` when unknown. */
  isCollegial: boolean | null
  /** 機關OID, as in `355030000I`; left out when nobody told us. */
  oid?: string | undefined
  /** Hosts of the superior agency, to which 「連結總局」 items may lead. */
  parentHosts: readonly string[]
  /** Lines of Article 7 that the agency says do not apply to it, each with its reason in Traditional Chinese; a person confirms. */
  notApplicable: Readonly<Partial<Record<ItemNumber, string>>>
}

/** The site of one run: what is crawled, and under which name it is reported. */
export interface Site {
  agency: Agency
  /** `scheme://host[:port]` under which everything is reported. */
  origin: string
  /** Absolute URL of the page where the crawl starts. */
  start: string
  /** Absolute path of the folder that stands in for the site (`--dir`), `null` for a live site. */
  folder: string | null
}
