import { SqliteError } from 'better-sqlite3'
import { ExpectedError } from './model/expected-error.ts'

/** What the machine lacks, by the code of the system or of SQLite or the beginning of one. */
const faults: Readonly<Record<string, { code: string; message: string; hint: string }>> = {
  ENOSPC: { code: 'disk/full', message: '磁碟空間不足', hint: '請清出空間後以 --resume 接續。' },
  EDQUOT: { code: 'disk/full', message: '已達磁碟配額', hint: '請清出空間後以 --resume 接續。' },
  EFBIG: {
    code: 'disk/file-limit',
    message: '檔案已達系統容許之上限',
    hint: '請放寬上限（ulimit -f）後以 --resume 接續。',
  },
  EIO: { code: 'disk/failing', message: '磁碟讀寫錯誤', hint: '請檢查磁碟，再以 --resume 接續。' },
  EROFS: { code: 'out/not-writable', message: '輸出資料夾無法寫入', hint: '請以 --out 指定可寫入之資料夾。' },
  EACCES: { code: 'out/not-writable', message: '沒有寫入或讀取權限', hint: '請檢查權限，或以 --out 指定其他資料夾。' },
  EPERM: { code: 'out/not-writable', message: '沒有寫入或讀取權限', hint: '請檢查權限，或以 --out 指定其他資料夾。' },
  EMFILE: {
    code: 'machine/open-files',
    message: '開啟之檔案數已達上限',
    hint: '請放寬上限（ulimit -n）後以 --resume 接續。',
  },
  SQLITE_FULL: { code: 'disk/full', message: '磁碟空間不足，快照無法寫入', hint: '請清出空間後以 --resume 接續。' },
  SQLITE_IOERR: {
    code: 'disk/failing',
    message: '快照無法讀寫（磁碟錯誤、空間不足或已達檔案大小上限）',
    hint: '請檢查磁碟後以 --resume 接續。',
  },
  SQLITE_BUSY: { code: 'snapshot/locked', message: '快照正由另一個程式使用', hint: '請關閉該程式後以 --resume 接續。' },
  SQLITE_LOCKED: {
    code: 'snapshot/locked',
    message: '快照正由另一個程式使用',
    hint: '請關閉該程式後以 --resume 接續。',
  },
  SQLITE_CORRUPT: { code: 'snapshot/corrupt', message: '快照檔已損毀', hint: '請重新執行查核。' },
  SQLITE_NOTADB: { code: 'snapshot/corrupt', message: '快照檔已損毀', hint: '請重新執行查核。' },
  SQLITE_READONLY: {
    code: 'snapshot/read-only',
    message: '快照檔無法寫入',
    hint: '請檢查權限與磁碟後以 --resume 接續。',
  },
  SQLITE_CANTOPEN: { code: 'snapshot/cannot-open', message: '快照檔無法開啟', hint: '請檢查資料夾是否存在及其權限。' },
}

/** An error of the disk or of the database as the machine's fault, in one line; any other error as it came. */
export function machineFault(error: unknown): unknown {
  const code = codeOf(error)
  const known = Object.keys(faults).find((name) => code === name || code.startsWith(`${name}_`))
  if (known === undefined) return error
  const { code: name, message, hint } = faults[known] as (typeof faults)[string]
  const file = fileOf(error)
  return new ExpectedError('machine', name, message, { hint, ...(file === null ? {} : { file }) }, error)
}

/** Only of errors of the file system (they name a path or a system call) and of SQLite. */
function codeOf(error: unknown): string {
  if (error instanceof SqliteError) return error.code
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown }
  return typeof code === 'string' && typeof syscall === 'string' ? code : ''
}

function fileOf(error: unknown): string | null {
  const { path } = error as { path?: unknown }
  return typeof path === 'string' ? path : null
}
