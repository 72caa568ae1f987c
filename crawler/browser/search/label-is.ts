/** True when a label, without its white space, is one of those the patterns (flags `iu`) describe. */
export function labelIs(label: string, patterns: readonly string[]): boolean {
  const normal = label.normalize('NFKC').replace(/\s+/gu, '').toLowerCase().slice(0, 300)
  return patterns.some((source) => new RegExp(source, 'iu').test(normal))
}
