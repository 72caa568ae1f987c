import type { PageResourceKind } from '../../store/model/page.ts'
import { normalForm } from '../normal-form.ts'
import type { CandidatePage } from './candidate-page.ts'
import { serialise } from './in-page/read-document.ts'
import type { Lane } from './lane.ts'
import type { ArtifactContent, Observer } from './observers/observer.ts'
import { navigatedAway } from './observers/rendering.ts'
import type { OpenPage } from './open-page.ts'
import { failureDetail, NavigatedAwayError } from './page-failure.ts'
import type { StepLimits } from './step-limits.ts'
import { TimeLimitError, withTimeLimit } from './time-limit.ts'

/** What is to be stored of one page. */
export interface Examination {
  artifacts: readonly { observer: Observer; artifact: ArtifactContent }[]
  /** Normal-form URL -> what the page used it as. */
  pulledIn: ReadonlyMap<string, PageResourceKind>
  /** DOM after scripts ran; `null` when the served HTML tells as much. */
  renderedHtml: string | null
}

/** Who looks at each page, and for how long at most. */
export interface HowToLook {
  observers: readonly Observer[]
  /** Look when the others have, because they leave the page changed; the one that leaves it most comes last. */
  last: readonly Observer[]
  limits: StepLimits
}

/** Opens the page and has every observer look at it. What goes wrong becomes a `failed` artifact; nothing is thrown. */
export async function examinePage(
  lane: Lane,
  candidate: CandidatePage,
  { observers, last, limits }: HowToLook,
  servedTargets: ReadonlySet<string>,
): Promise<Examination> {
  try {
    const open = await lane.visit(candidate, limits)
    const artifacts = []
    for (const observer of observers) artifacts.push(await observed(lane, open, candidate, observer))
    const serialised = renderedHtmlOf(open, candidate, servedTargets)
    const renderedHtml = await withTimeLimit('serialising', limits.readMs, serialised)
    const pulledIn = new Map(open.network.pulledIn())
    for (const observer of last) artifacts.push(await observed(lane, open, candidate, observer))
    return { artifacts: artifacts.flat(), pulledIn, renderedHtml }
  } catch (error) {
    spoilIfHung(lane, error)
    return failedExamination(error, observers)
  }
}

/** The examination of a page that could not be opened. */
export function failedExamination(error: unknown, observers: readonly Observer[]): Examination {
  const artifacts = observers.flatMap((observer) => failedArtifact(observer, error))
  return { artifacts, pulledIn: new Map(), renderedHtml: null }
}

async function observed(
  lane: Lane,
  open: OpenPage,
  candidate: CandidatePage,
  observer: Observer,
): Promise<Examination['artifacts']> {
  try {
    const artifact = await observer.observe(open, candidate)
    lane.assertStillAt(candidate)
    return artifact === null ? [] : [{ observer, artifact }]
  } catch (error) {
    spoilIfHung(lane, error)
    return failedArtifact(observer, error)
  }
}

function failedArtifact(observer: Observer, error: unknown): Examination['artifacts'] {
  const isRedirect = observer.name === 'rendering' && error instanceof NavigatedAwayError
  const artifact = isRedirect ? navigatedAway(error.url) : observer.failure(failureDetail(error))
  return artifact === null ? [] : [{ observer, artifact }]
}

function spoilIfHung(lane: Lane, error: unknown): void {
  if (error instanceof TimeLimitError || failureDetail(error) === 'time-limit') lane.spoil()
}

/** Kept only where it says more than the served HTML: in a shell, and where scripts added links. */
async function renderedHtmlOf(
  { reading, world }: OpenPage,
  candidate: CandidatePage,
  servedTargets: ReadonlySet<string>,
): Promise<string | null> {
  const gained = reading.links.some((link) => !servedTargets.has(normalForm(new URL(link.url))))
  if (!candidate.isShell && !gained) return null
  return await world.call(serialise)
}
