import { readdirSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import { machineFault } from '../../store/machine-fault.ts'
import { ExpectedError } from '../../store/model/expected-error.ts'

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

it('a full disk is the machine’s fault, in one line with what to do', () => {
  const database = new SqliteDatabase(':memory:')
  database.exec('CREATE TABLE a (b BLOB)')
  database.pragma('max_page_count = 3')
  const full = thrownBy(() => database.exec('INSERT INTO a VALUES (zeroblob(100000))'))
  expect(machineFault(full)).toMatchObject({ fault: 'machine', code: 'disk/full', cause: full })
  database.close()
})

it('a file that is no database is a snapshot that is damaged', () => {
  const notADatabase = thrownBy(() => new SqliteDatabase(process.execPath, { readonly: true }).pragma('user_version'))
  expect(machineFault(notADatabase)).toMatchObject({ code: 'snapshot/corrupt' })
})

it('what the disk did not cause stays what it is', () => {
  const bug = new TypeError('x is not a function')
  expect(machineFault(bug)).toBe(bug)
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' })
  expect(machineFault(refused)).toBe(refused)
  const expected = new ExpectedError('operator', 'usage/x', 'x')
  expect(machineFault(expected)).toBe(expected)
  const absent = thrownBy(() => readdirSync('/nowhere/at/all'))
  expect(machineFault(absent)).toBe(absent)
})
