import { spawnSync } from 'node:child_process'
import { existsSync, statfsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { Command } from 'commander'
import { createSnapshot } from '../store/snapshot/writer.ts'
import { type ExitCode, exitCode } from './exit-code.ts'

/** One thing the machine must have. `advice` is `null` when it has it. */
interface Examination {
  name: string
  found: string
  advice: string | null
}

/** `doctor`: what this machine lacks, each with what to do. Ends with 4 when something is missing. */
export function doctorCommand(settle: (code: ExitCode) => void): Command {
  return new Command('doctor')
    .description('檢查本機環境：瀏覽器、字型、磁碟、資料庫、網路、時鐘')
    .option('--json', '輸出 JSON')
    .action(async (flags: { json?: boolean }) => {
      const { locateBrowser } = await import('./browser-path.ts')
      const found = [browser(locateBrowser()), font(), disk(), database(), network(), clock()]
      process.stdout.write(flags.json === true ? `${JSON.stringify(found, null, 2)}\n` : found.map(line).join(''))
      if (found.some(({ advice }) => advice !== null)) settle(exitCode.machine)
    })
}

function line({ name, found, advice }: Examination): string {
  return advice === null ? `✓ ${name}：${found}\n` : `✗ ${name}：${found}。${advice}\n`
}

function browser(path: string | null): Examination {
  if (path === null) {
    return {
      name: '瀏覽器',
      found: '找不到',
      advice: '請安裝 chromium，或以 MINGJING_BROWSER 指定路徑；未安裝時無障礙檢測為「無法判定」',
    }
  }
  const asked = spawnSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 20_000 })
  if (asked.status === 0) return { name: '瀏覽器', found: `${asked.stdout.trim()}（${path}）`, advice: null }
  return { name: '瀏覽器', found: `${path} 無法執行`, advice: '請重新安裝 chromium' }
}

function font(): Examination {
  const { stdout } = spawnSync('fc-list', [':lang=zh-tw', 'family'], { encoding: 'utf8', timeout: 20_000 })
  const family = (stdout ?? '').split('\n').find((name) => name.trim() !== '')
  if (family !== undefined) return { name: '中文字型', found: family.trim(), advice: null }
  return { name: '中文字型', found: '找不到', advice: '請安裝 fonts-noto-cjk，否則畫面擷圖會缺字' }
}

function disk(): Examination {
  const { bavail, bsize } = statfsSync(process.cwd())
  const freeGb = (bavail * bsize) / 1e9
  const advice = freeGb >= 2 ? null : '一次查核最多可達數百 MB，請清出 2 GB 以上'
  return { name: '磁碟', found: `可用 ${freeGb.toFixed(1)} GB`, advice }
}

function database(): Examination {
  const { database: opened } = createSnapshot(':memory:')
  const version = String(opened.prepare('SELECT sqlite_version()').pluck().get())
  opened.close()
  return { name: '資料庫', found: `SQLite ${version}`, advice: null }
}

/** Looks at the interfaces only: a doctor sends nothing. */
function network(): Examination {
  const outward = Object.values(networkInterfaces())
    .flat()
    .filter((face) => face?.internal === false)
  if (outward.length > 0) return { name: '網路', found: '有對外網路介面', advice: null }
  return { name: '網路', found: '只有本機介面', advice: '查核線上網站需連線網際網路；--dir 不需要' }
}

function clock(): Examination {
  const now = new Date()
  const hasZones = existsSync('/usr/share/zoneinfo') || now.toLocaleString('zh-TW', { timeZone: 'Asia/Taipei' }) !== ''
  const found = now.toLocaleString('zh-TW', { timeZone: 'Asia/Taipei' })
  const advice = now.getUTCFullYear() >= 2026 && hasZones ? null : '系統時間不正確，會影響標準版本與民國年的判定'
  return { name: '時鐘', found: `臺北時間 ${found}`, advice }
}
