import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { ExpectedError } from '../store/model/expected-error.ts'
import { invalidFile } from './invalid-file.ts'
import { parseYaml } from './parse-yaml.ts'
import { problemsOf, wording } from './problems.ts'

/** Bytes; a file of settings longer than this is a mistake. */
const longest = 512 * 1024

/** UTF-8 text of a YAML file. @throws ExpectedError (operator, `config/unreadable`) when it is missing, too long or not UTF-8. */
export function readText(path: string): string {
  const bytes = readBytes(path)
  if (bytes.length > longest) throw unreadable(path, `檔案過大（上限 ${longest / 1024} KB）`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw unreadable(path, '檔案編碼不是 UTF-8', cause)
  }
}

/**
 * The content of a YAML file in the shape that `schema` gives it.
 * @throws ExpectedError (operator) that lists every problem with its path in the file, its line and the reason;
 * `code` names the error of a wrong shape.
 */
export function readYaml<T>(path: string, schema: z.ZodType<T>, code = 'config/invalid'): T {
  return checkedYaml(readText(path), schema, path, code)
}

/** As `readYaml`, for text that was already read; `file` is its name in messages. */
export function checkedYaml<T>(text: string, schema: z.ZodType<T>, file: string, code = 'config/invalid'): T {
  const yaml = parseYaml(text, file, code)
  const parsed = schema.safeParse(yaml.value, wording)
  if (parsed.success) return parsed.data
  throw invalidFile(file, code, problemsOf(parsed.error, yaml.lineOf))
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw unreadable(path, '無法讀取檔案', cause)
  }
}

function unreadable(file: string, why: string, cause?: unknown): ExpectedError {
  return new ExpectedError('operator', 'config/unreadable', `${why}：${file}`, { file }, cause)
}
