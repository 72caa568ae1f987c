import type { Terms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { normaliseLabel } from '../../labels.ts'
import { contentLinks } from '../../page-reading.ts'
import type { Service } from '../procedures/find-services.ts'
import { coreName } from '../procedures/judge-service.ts'
import { findOnlineItems } from './find-items.ts'
import { judgeServicePage } from './judge-service-page.ts'

/** Whether a service can be applied for online: on its own page, behind a link of it, or under its name elsewhere. */
export function appliedOnline(snapshot: Snapshot, service: Service, terms: Terms): 'yes' | 'no' | 'unsure' {
  if (judgeServicePage(snapshot, { kind: 'application', label: '', page: service.page }, terms).state === 'offered')
    return 'yes'
  const applications = findOnlineItems(snapshot, terms).filter(({ kind }) => kind === 'application')
  const linked = new Set(contentLinks(snapshot, service.page).map(({ target }) => target))
  const core = coreName(service.name)
  const own = applications.filter(
    ({ url, name }) => linked.has(url) || (core.length >= 3 && normaliseLabel(name).includes(core)),
  )
  if (own.some(({ state }) => state === 'offered')) return 'yes'
  return own.some(({ state }) => state === 'unsure') ? 'unsure' : 'no'
}
