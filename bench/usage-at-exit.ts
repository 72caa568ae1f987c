import { writeFileSync } from 'node:fs'

/** Loaded before a measured program: when it ends, what it used stands in the file `MEASURED_USAGE` names. */
const file = process.env['MEASURED_USAGE']
if (file !== undefined) {
  process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())))
}
