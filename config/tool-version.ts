import { z } from 'zod'
import { readPackageFile } from './package-file.ts'

/** The version in package.json. */
export function toolVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readPackageFile('package.json'))).version
}
