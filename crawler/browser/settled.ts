/** True when the promise was fulfilled, false when it was rejected: for steps that may fail without harm. */
export function settled(step: Promise<unknown>): Promise<boolean> {
  return step.then(
    () => true,
    () => false,
  )
}
