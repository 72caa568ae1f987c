/** npm passes Ctrl-C on although the terminal sent it to us as well: within this time it is the same key. */
const sameKeyMs = 500

/** A signal that fires at the first Ctrl-C; the second ends the program at once. `release` gives Ctrl-C back. */
export function onInterruption(tell: (text: string) => void): { signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  let firstMs = Number.NEGATIVE_INFINITY
  const interrupt = (): void => {
    if (controller.signal.aborted && performance.now() - firstMs < sameKeyMs) return
    if (controller.signal.aborted) process.exit(130)
    firstMs = performance.now()
    tell('\n停止中：完成進行中的請求後產生部分報告；再按一次 Ctrl-C 立即結束。兩者皆可以 audit --resume 接續。\n')
    controller.abort()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  const release = (): void => {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
  return { signal: controller.signal, release }
}
