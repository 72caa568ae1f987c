import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { listPackageFiles, packagePath, readPackageFile } from '../../config/package-file.ts'

it('a file that ships with the program is found from the package root', () => {
  expect(existsSync(packagePath('package.json'))).toBe(true)
  expect(JSON.parse(readPackageFile('package.json'))).toMatchObject({ name: 'mingjing' })
})

it('a file that should ship and does not is a fault of the machine', () => {
  expect(() => readPackageFile('config/none.yaml')).toThrow(
    expect.objectContaining({ fault: 'machine', code: 'package/incomplete' }),
  )
})

it('the files of a folder come sorted, and a folder that is not there has none', () => {
  const names = listPackageFiles('store/model', '.ts').map((path) => basename(path))
  expect(names).toContain('scheme.ts')
  expect(names).toEqual([...names].sort())
  expect(listPackageFiles('config/nowhere', '.yaml')).toEqual([])
})
