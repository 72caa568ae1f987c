import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ExpectedError } from '../store/model/expected-error.ts'

/** Absolute path of a file that ships with the program, named from the package root. The file need not exist. */
export function packagePath(relative: string): string {
  return join(packageRoot(dirname(fileURLToPath(import.meta.url))), relative)
}

/**
 * Text of a file that ships with the program, named from the package root.
 * @throws ExpectedError (machine, `package/incomplete`) when it is not there: the installation is broken.
 */
export function readPackageFile(relative: string): string {
  const path = packagePath(relative)
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw incomplete(`無法讀取程式所附檔案：${path}`, path, cause)
  }
}

/** Absolute paths of the files of one folder (not below it) that end in `extension`, sorted; empty when there is no such folder. */
export function listPackageFiles(folder: string, extension: string): string[] {
  const path = packagePath(folder)
  if (!existsSync(path)) return []
  const names = readdirSync(path).filter((name) => name.endsWith(extension) && !name.startsWith('.'))
  return names.sort().map((name) => join(path, name))
}

/** The nearest folder at or above `folder` whose package.json is ours: the same from source and from `dist/`. */
function packageRoot(folder: string): string {
  if (isOurs(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw incomplete('找不到程式的安裝目錄（package.json）', folder)
  return packageRoot(above)
}

function isOurs(manifest: string): boolean {
  return existsSync(manifest) && /"name"\s*:\s*"mingjing"/.test(readFileSync(manifest, 'utf8'))
}

function incomplete(message: string, file: string, cause?: unknown): ExpectedError {
  return new ExpectedError('machine', 'package/incomplete', message, { file, hint: '請重新安裝程式。' }, cause)
}
