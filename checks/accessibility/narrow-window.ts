import type { ReflowArtifact, ReflowView } from '../../store/model/artifact.ts'

/** What was measured in a window of that width; nothing wide and nothing cut where it was not measured. */
export function viewAt({ views }: ReflowArtifact, windowWidth: number): ReflowView {
  return views.find((view) => view.windowWidth === windowWidth) ?? { windowWidth, scrollWidth: 0, wide: [], cut: [] }
}

/** True when nothing has to be scrolled sideways; a pixel is left for rounding. */
export function fitsWindow({ windowWidth, scrollWidth }: Pick<ReflowView, 'windowWidth' | 'scrollWidth'>): boolean {
  return scrollWidth <= windowWidth + 1
}
