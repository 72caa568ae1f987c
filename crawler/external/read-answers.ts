import type { FetchOutcome } from '../../store/model/fetch-outcome.ts'
import type { SnapshotWriter } from '../../store/snapshot/writer.ts'
import { isHtmlAnswer, readAnswer } from '../extract/answer-text.ts'

/** Keeps what an HTML answer shows, once for each body; `null` when it shows nothing that can be read. */
export function keepAnswerText(writer: SnapshotWriter, url: string, outcome: FetchOutcome) {
  if (outcome.kind === 'failure' || outcome.body === null || !isHtmlAnswer(outcome)) return null
  const known = writer.answerTexts.of(outcome.body)
  if (known !== null) return known
  const content = writer.getBody(outcome.body)
  if (content === null) return null
  const text = { body: outcome.body, ...readAnswer(content, { url, charset: outcome.charset }) }
  writer.answerTexts.add(text)
  return text
}
