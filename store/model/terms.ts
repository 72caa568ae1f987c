import type { ItemNumber } from './check-result.ts'

/** Patterns are sources of `RegExp` with the flags `iu`, applied to labels normalised by `normaliseLabel`. */
export type Pattern = string

/** Word lists of the domain, from `config/terms/`. */
export interface Terms {
  disclosure: {
    section: readonly Pattern[]
    falseFriends: readonly Pattern[]
    items: Readonly<Record<ItemNumber, { title: string; labels: readonly Pattern[]; not: readonly Pattern[] }>>
    /** Host suffix -> items it publishes, and its name. Recognised, never crawled. */
    nationalSystems: readonly { host: string; name: string; items: readonly ItemNumber[]; needsDeepLink: boolean }[]
    emptyList: readonly Pattern[]
    notApplicable: readonly Pattern[]
    parentMark: readonly Pattern[]
  }
  serviceInformation: {
    kinds: Readonly<
      Record<ServiceInformationKind, { title: string; labels: readonly Pattern[]; not: readonly Pattern[] }>
    >
    other: readonly { title: string; labels: readonly Pattern[] }[]
  }
  siteMap: readonly Pattern[]
  search: {
    controls: readonly Pattern[]
    buttons: readonly Pattern[]
    names: readonly Pattern[]
    externalEngines: readonly Pattern[]
  }
  documents: { formLabels: readonly Pattern[] }
  classification: { required: readonly string[]; dublinCore: readonly string[] }
}

export type ServiceInformationKind = 'serviceMeasure' | 'faq' | 'event' | 'promotion' | 'publication'
