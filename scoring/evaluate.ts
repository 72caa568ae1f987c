import type { Sha256 } from '../store/model/fetch-outcome.ts'
import type { Scheme } from '../store/model/scheme.ts'
import type { ScoreLine, ScoreSheet } from '../store/model/score-sheet.ts'
import { declaredView, type Facts, measuredView } from './facts.ts'
import { reviewsByCriterion } from './line-reviews.ts'
import { sumOf } from './points.ts'
import { checkIdOf } from './references.ts'
import { type ScoredLine, scoreLine, type Views } from './score-line.ts'
import { notAssessedMaxOf, subtotalsOf } from './subtotals.ts'

/**
 * What the facts are worth under a scheme: a line for every criterion in the scheme's order, subtotals, and the total of what
 * the site alone shows. Points that nobody measured stand in `notAssessedMax` and are never summed as 0.
 */
export function evaluate(scheme: Scheme, schemeSha256: Sha256, facts: Facts): ScoreSheet {
  const views = viewsOf(facts)
  const scored = scheme.criteria.map((criterion) => scoreLine(criterion, scheme, views))
  const lines = scored.map(({ line }) => line)
  const isPoints = scheme.scale.kind === 'points'
  return {
    schemeId: scheme.id,
    title: scheme.title,
    schemeSha256,
    scale: scheme.scale,
    runId: facts.run.id,
    toolVersion: facts.run.toolVersion,
    checkVersions: checkVersionsOf(lines, facts),
    lines,
    subtotals: isPoints ? subtotalsOf(lines) : [],
    measured: measuredTotal(scored),
    notAssessedMax: notAssessedMaxOf(lines),
  }
}

function viewsOf(facts: Facts): Views {
  const declarations = new Set(facts.declarations.map(({ name }) => name))
  const reviews = reviewsByCriterion(facts)
  return { measured: measuredView(facts), declared: declaredView(facts), declarations, facts, reviews }
}

function measuredTotal(scored: readonly ScoredLine[]): ScoreSheet['measured'] {
  const ranges = scored.flatMap(({ line }) => (line.measured === null ? [] : [line.measured]))
  return { ...sumOf(ranges), max: scored.reduce((sum, { measuredMax }) => sum + measuredMax, 0) }
}

function checkVersionsOf(lines: readonly ScoreLine[], { results }: Facts): Record<string, number> {
  const looked = new Set(
    lines.flatMap(({ because, siteEvidence = [] }) => [...because, ...siteEvidence].map(checkIdOf)),
  )
  const versions = results.filter(({ checkId }) => looked.has(checkId))
  const pairs = versions.map(({ checkId, checkVersion }) => [checkId, checkVersion] as const)
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)))
}
