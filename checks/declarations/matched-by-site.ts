import type { Declarable, Declaration } from '../../store/model/declaration.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import { latestDeclarations } from '../../store/model/latest-declarations.ts'
import type { Measure } from '../../store/model/measure.ts'
import { type DraftFinding, defineCheck, type EarlierResults } from '../check.ts'

type Message = 'agrees' | 'fewer' | 'perhaps-fewer'

/** Does the site bear out what the agency declares of it? Only what the site can show is compared. Source: 003:271, 280. */
export default defineCheck({
  id: 'declarations/matched-by-site',
  version: 1,
  question: '機關自填資料與網站所見是否一致？',
  needs: [],
  reads: ['disclosure/article7-items', 'services/kinds-offered', 'accessibility/certification-badge'],
  measures: {
    compared: { title: '可與網站比對之自填資料', unit: 'item' },
    contradicted: { title: '與網站所見不符之自填資料', unit: 'item', counts: 'violates' },
  },
  messages: {
    agrees: '自填「{title}」{declared}，網站查得{found}。',
    fewer: '自填「{title}」{declared}，網站僅查得{found}，請查明何者為是。',
    'perhaps-fewer': '自填「{title}」{declared}，網站查得{found}，另{unknown}項無法判定，請人工核對。',
  },
  run(snapshot, { terms, declarations }, earlier) {
    const compared = latestDeclarations(declarations).flatMap((one) => comparison(one, terms.declarables, earlier))
    if (compared.length === 0) return { status: 'not-applicable', reason: '無可與網站比對之機關自填資料。' }
    const { start } = snapshot.run
    const counts = (verdict: Verdict): number => compared.filter((one) => verdictOf(one) === verdict).length
    return {
      status: 'done',
      measures: {
        compared: { value: compared.length },
        contradicted: { value: counts('violates'), unknown: counts('needs-review'), outOf: compared.length },
      },
      findings: compared.map((one) => findingOf(one, start)),
    }
  },
})

/** What is declared beside what was found of it. */
interface Comparison {
  declaration: Declaration
  /** As a number: 1 for a badge that has a number, for a thing that is said to be there. */
  declared: number
  measure: Measure
  evidence: readonly Evidence[]
}

/** Nothing where the site shows nothing of it, or could not be looked at. */
function comparison(
  declaration: Declaration,
  declarables: readonly Declarable[],
  earlier: EarlierResults,
): Comparison[] {
  const ref = declarables.find(({ name }) => name === declaration.name)?.measure
  const [checkId = '', measureName] = ref?.split('#') ?? []
  const result = earlier.get(checkId)
  const measure = result?.measures.find(({ name }) => name === measureName)
  if (result?.status !== 'done' || measure === undefined) return []
  const findings = result.findings.filter(({ id }) => measure.basis.includes(id))
  const evidence = findings.flatMap((finding) => finding.evidence.slice(0, 1)).slice(0, mostEvidence)
  return [{ declaration, declared: numberOf(declaration.value), measure, evidence }]
}

const mostEvidence = 20

function numberOf(value: Declaration['value']): number {
  if (typeof value === 'number') return value
  return value === false ? 0 : 1
}

/** Less than declared is enough to be shown; more is no fault of anyone's. */
function verdictOf({ declared, measure: { value, unknown } }: Comparison): Verdict {
  if (declared <= value) return 'conforms'
  return declared > value + unknown ? 'violates' : 'needs-review'
}

const messageOf: Readonly<Record<Verdict, Message>> = {
  conforms: 'agrees',
  violates: 'fewer',
  'needs-review': 'perhaps-fewer',
}

function findingOf(compared: Comparison, url: string): DraftFinding<Message> {
  const { declaration, measure, evidence } = compared
  const { id, title, value, unit } = declaration
  const verdict = verdictOf(compared)
  const declared = `${value}${unit ?? ''}`
  const found = `${measure.value}${unit ?? '個'}`
  return {
    key: [declaration.name],
    messageId: messageOf[verdict],
    values: { title, declared, found, unknown: measure.unknown },
    verdict,
    url,
    evidence: [{ kind: 'declared', declarationId: id }, ...evidence],
  }
}
