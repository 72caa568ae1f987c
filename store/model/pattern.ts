/** Patterns are sources of `RegExp` with the flags `iu`, applied to labels normalised by `normaliseLabel`. */
export type Pattern = string
