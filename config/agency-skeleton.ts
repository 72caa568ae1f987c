import { stringify } from 'yaml'
import type { Declarable } from '../store/model/declaration.ts'
import type { Agency } from '../store/model/site.ts'

/** What `init` learnt of an agency. */
export interface AgencyAnswers {
  id: string
  name: string
  url: string
  kind: Agency['kind']
  /** `null`: as the site says. */
  isCollegial: boolean | null
  parentHosts: readonly string[]
}

/** First line of an agency file: editors that know YAML schemas then complete and check it. */
export const agencySchemaLine = '# yaml-language-server: $schema=../agency.schema.json'

/** Text of `config/agencies/<id>.yaml`, with what the official may fill in later as comments. */
export function agencySkeleton({ isCollegial, parentHosts, ...plain }: AgencyAnswers): string {
  const collegial =
    isCollegial === null
      ? '# isCollegial: true         # 是否合議制機關；不填則依網站所載'
      : `isCollegial: ${isCollegial}`
  return `${agencySchemaLine}
# 之後可用 mingjing audit ${plain.id}
${stringify(plain, { lineWidth: 0 })}${collegial}
${stringify({ parentHosts }, { lineWidth: 0, flowCollectionPadding: false })}# notApplicable:             # 第7條各款中不適用者及其理由（待審認）；款次：1至4、5a、5b、5c、6至10
#   "10": 本署為首長制機關
`
}

/** Text of `config/declarations/<id>.yaml`: nothing declared yet, every number an agency may declare as a comment to be filled in. */
export function declarationsSkeleton(declarables: readonly Declarable[], year: number): string {
  const entries = declarables.map(
    ({ name, title, unit, kind }) => `#   # ${title}
#   - name: ${name}
#     value: ${exampleOf(kind)}
${unit === null ? '' : `#     unit: ${unit}\n`}#     period: ${year}
#     source: https://
#     declaredBy:
#     declaredOn:
`,
  )
  return `# 機關自填資料，與網站實測分列。填寫時請刪除下行之 [] 及各行之 #，並逐項填明數值、來源、填報單位及日期。
declarations: []
${entries.join('')}
# 第7條各款中不適用者及其理由（待審認）
notApplicable: []
#   - item: "10"
#     reason: 本機關為首長制機關
#     source: https://
#     declaredBy:
#     declaredOn:
`
}

function exampleOf(kind: Declarable['kind']): string {
  if (kind === 'flag') return 'true'
  return kind === 'text' ? '""' : '0'
}
