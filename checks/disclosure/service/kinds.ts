import type { ServiceInformationKind } from '../../../store/model/terms.ts'

/** The five kinds of service information, in the order of 002:114. */
export const serviceKinds: readonly ServiceInformationKind[] = [
  'serviceMeasure',
  'faq',
  'event',
  'promotion',
  'publication',
]
