import type { ServiceFacet, ServiceTerms } from '../../store/model/service-terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type CheckContext, type DraftFinding, type DraftMeasure, defineCheck } from '../check.ts'
import { findServices, serviceFacets } from './procedures/find-services.ts'
import { type JudgedService, judgeService } from './procedures/judge-service.ts'

type Message = 'told' | 'missing' | 'doubtful'

/**
 * Is each service told of with its unit, laws, procedure, papers and filled examples? Sources: 001:89, 000:63, 002:101,
 * 004:30.
 */
export default defineCheck({
  id: 'services/procedure-information',
  version: 2,
  question: '各申辦業務是否公開承辦資訊、相關法規、作業流程、應備表件及書表範例？',
  needs: [],
  measures: {
    services: { title: '申辦業務', unit: 'service' },
    complete: { title: '申辦資訊完整之申辦業務', unit: 'service' },
    contact: { title: '公開業務承辦資訊之申辦業務', unit: 'service' },
    laws: { title: '公開相關法規之申辦業務', unit: 'service' },
    procedure: { title: '公開申辦業務標準作業流程之申辦業務', unit: 'service' },
    papers: { title: '公開應備表件之申辦業務', unit: 'service' },
    examples: { title: '公開書表範例之申辦業務', unit: 'service' },
  },
  messages: {
    told: '「{name}」已公開承辦資訊、相關法規、作業流程、應備表件及書表範例。',
    missing: '「{name}」未公開{facets}。',
    doubtful: '「{name}」未見{facets}，惟所附圖片、檔案或外部網站可能載有，請人工確認。',
  },
  run(snapshot, { terms }: CheckContext) {
    const services = findServices(snapshot, terms)
    if (services.length === 0) return { status: 'undetermined', reason: '未見說明申辦業務之網頁，請確認有無申辦業務。' }
    const judged = services.map((service) => judgeService(snapshot, service, terms))
    return {
      status: 'done',
      measures: { ...countsOf(judged), ...facetCounts(judged) },
      findings: judged.map((one) => findingOf(snapshot, one, terms.services)),
    }
  },
})

function countsOf(judged: readonly JudgedService[]): Record<'services' | 'complete', DraftMeasure> {
  const complete = judged.filter(({ missing, doubtful }) => missing.length + doubtful.length === 0).length
  const unknown = judged.filter(({ missing, doubtful }) => missing.length === 0 && doubtful.length > 0).length
  return { services: { value: judged.length }, complete: { value: complete, unknown, outOf: judged.length } }
}

function facetCounts(judged: readonly JudgedService[]): Record<ServiceFacet, DraftMeasure> {
  const counts = serviceFacets.map((facet) => {
    const lacking = judged.filter(({ missing }) => missing.includes(facet))
    const unknown = judged.filter(({ doubtful }) => doubtful.includes(facet))
    const value = judged.length - lacking.length - unknown.length
    const basis = [...lacking, ...unknown].map(({ page }) => [page.url])
    return [facet, { value, unknown: unknown.length, outOf: judged.length, basis }]
  })
  return Object.fromEntries(counts) as Record<ServiceFacet, DraftMeasure>
}

function findingOf(snapshot: Snapshot, one: JudgedService, terms: ServiceTerms): DraftFinding<Message> {
  const { name, page, missing, doubtful } = one
  const [messageId, verdict, facets] =
    missing.length > 0
      ? (['missing', 'violates', missing] as const)
      : doubtful.length > 0
        ? (['doubtful', 'needs-review', doubtful] as const)
        : (['told', 'conforms', []] as const)
  const titles = facets.map((facet) => terms.facets[facet].title).join('、')
  const seen = { kind: 'resource' as const, resourceId: snapshot.page(page.id).resourceId }
  return {
    key: [page.url],
    messageId,
    values: { name, ...(titles !== '' && { facets: titles }) },
    verdict,
    url: page.url,
    evidence: titles === '' ? [seen] : [seen, { kind: 'absence', lookedFor: titles, pageIds: [page.id] }],
  }
}
