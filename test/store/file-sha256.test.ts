import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sha256OfFile } from '../../store/file-sha256.ts'
import { sha256 } from '../../store/sha256.ts'

it.each([0, 1, 1024 * 1024, 2_500_000])('a file of %i bytes has the hash of its bytes', (length) => {
  const content = Buffer.alloc(length, 'mingjing')
  const path = join(mkdtempSync(join(tmpdir(), 'mingjing-')), 'file')
  writeFileSync(path, content)
  expect(sha256OfFile(path)).toBe(sha256(content))
})
