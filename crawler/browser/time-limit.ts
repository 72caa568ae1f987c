/** A browser step that took longer than it may. */
export class TimeLimitError extends Error {
  constructor(step: string, limitMs: number) {
    super(`${step} took longer than ${limitMs} ms`)
    this.name = 'TimeLimitError'
  }
}

/** Settles as `step` does, or rejects after `limitMs` milliseconds; the step itself is not stopped. @throws TimeLimitError */
export async function withTimeLimit<T>(name: string, limitMs: number, step: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(name, limitMs)), limitMs)
  })
  try {
    return await Promise.race([step, limit])
  } finally {
    clearTimeout(timer)
  }
}
