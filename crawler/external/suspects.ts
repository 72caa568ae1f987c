import type { Resource } from '../../store/model/page.ts'
import type { CrawlParts } from '../crawl-parts.ts'
import { MissingLook } from './looks-missing.ts'

/** Answers of other hosts to what links lead to that say 2xx and look as if there were nothing, in order of URLs. */
export function externalSuspects({ writer, control, policy }: CrawlParts): Resource[] {
  if (control.missingPage === undefined || policy.external === 'none') return []
  const look = new MissingLook(control.missingPage)
  return writer.written.externalTargets().flatMap((url) => {
    const resource = writer.written.resourceAt(url)
    const outcome = resource?.outcome
    if (resource === null || outcome?.kind !== 'response') return []
    const text = outcome.body === null ? null : writer.answerTexts.of(outcome.body)
    return look.isSuspect(resource, text) ? [resource] : []
  })
}
