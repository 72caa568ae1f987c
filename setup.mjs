#!/usr/bin/env node
// Makes a machine with only Node, npm and git ready, then runs the program or the tests. Plain Node: no package is there yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const packagesStamp = join(root, 'node_modules/.mingjing-lock')
const buildStamp = join(root, 'dist/.built')
const sources = ['store', 'config', 'crawler', 'checks', 'scoring', 'reports', 'fixtures', 'cli']
const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')

/** Ends the set-up with one line that says what the operator can do. */
class SetupFault extends Error {}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync)
}

/** Says what a step does and how long it took; a step whose work is done already stays silent. */
function step(name, isDone, work) {
  if (isDone()) return
  const began = Date.now()
  console.log(`▸ ${name} …`)
  work()
  console.log(`  ${name}：完成（${((Date.now() - began) / 1000).toFixed(1)} 秒）`)
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetupFault(`需要 Node.js 20.19 以上，目前為 ${process.versions.node}`)
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.version)
    .digest('hex')
}

function hasPackages() {
  return existsSync(packagesStamp) && readFileSync(packagesStamp, 'utf8') === lockHash()
}

function installPackages() {
  const tools = ['python3', 'make', 'g++'].filter((name) => !onPath(name))
  if (tools.length > 0 && isRootOnDebian) aptInstall(tools)
  const prefix = dirname(dirname(process.execPath))
  // Without it node-gyp asks the network for the headers of Node, although they lie beside it.
  const headers = existsSync(join(prefix, 'include/node')) ? { npm_config_nodedir: prefix } : {}
  const env = { ...process.env, ...headers, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env })) {
    throw new SetupFault('套件安裝失敗：請確認可連線 npm registry，且有 python3、make、g++（better-sqlite3 需編譯）')
  }
  writeFileSync(packagesStamp, lockHash())
}

function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] }
  run('apt-get', ['update', '-qq'], quiet)
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
}

/** The order is that of the program itself; see README. */
function findBrowser() {
  const own = playwrightBrowser()
  const named = ['chromium-headless-shell', 'chromium', 'google-chrome'].map(onPath)
  return [process.env.MINGJING_BROWSER, own, ...named].find((path) => path && existsSync(path))
}

function playwrightBrowser() {
  if (!hasPackages()) return undefined
  return createRequire(import.meta.url)('playwright').chromium.executablePath()
}

function hasChineseFont() {
  const found = spawnSync('fc-list', [':lang=zh-tw'], { encoding: 'utf8' })
  return found.status === 0 && found.stdout.trim() !== ''
}

/** A missing browser ends nothing: the program then says 無法判定 where a browser is needed. */
function installBrowser() {
  if (!findBrowser()) downloadBrowser()
  if (!findBrowser() && isRootOnDebian) aptInstall(['chromium-headless-shell'])
  if (!hasChineseFont() && isRootOnDebian) aptInstall(['fontconfig', 'fonts-noto-cjk'])
  if (!findBrowser())
    console.log('  找不到瀏覽器：請安裝 chromium，或以 MINGJING_BROWSER 指定其路徑；無障礙檢測將為「無法判定」')
}

/** The browser first, its system libraries only when it came: where downloads are closed this fails within seconds. */
function downloadBrowser() {
  const playwright = (command) =>
    run(process.execPath, [join(root, 'node_modules/playwright/cli.js'), command, 'chromium'], {
      stdio: 'ignore',
      timeout: 600_000,
    })
  if (playwright('install') && process.platform === 'linux') playwright('install-deps')
}

function newestChange(folder) {
  const entries = readdirSync(folder, { withFileTypes: true })
  const times = entries.map((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return newestChange(path)
    return entry.name.endsWith('.ts') ? statSync(path).mtimeMs : 0
  })
  return Math.max(0, ...times)
}

function isBuilt() {
  if (!existsSync(buildStamp)) return false
  const built = statSync(buildStamp).mtimeMs
  const configuration = statSync(join(root, 'tsconfig.json')).mtimeMs
  return sources.every((folder) => newestChange(join(root, folder)) < built) && configuration < built
}

function build() {
  if (!run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])) {
    throw new SetupFault('編譯失敗，訊息如上')
  }
  writeFileSync(buildStamp, '')
}

function setUp() {
  requireNode()
  step('安裝套件', hasPackages, installPackages)
  step('準備瀏覽器與字型', () => Boolean(findBrowser()) && hasChineseFont(), installBrowser)
  step('編譯', isBuilt, build)
}

/** Ctrl-C is for the program, which ends gracefully; we wait for it. */
function leaveInterruptionToProgram() {
  process.on('SIGINT', () => undefined)
}

function start(args) {
  leaveInterruptionToProgram()
  const chosen = args.length > 0 ? args : ['sample']
  const program = [join(root, 'dist/cli/main.js'), ...chosen]
  return spawnSync(process.execPath, program, { stdio: 'inherit' }).status ?? 70
}

/** Runs every test project and closes with the counts that vitest itself reports. */
function test(args) {
  const counts = join(mkdtempSync(join(tmpdir(), 'mingjing-test-')), 'counts.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`]
  const passed = run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args])
  if (!existsSync(counts)) throw new SetupFault('測試未能執行，訊息如上')
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(counts, 'utf8'))
  console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
  return passed && numFailedTests === 0 && numTotalTests > 0 ? 0 : 1
}

function main([command, ...args]) {
  try {
    setUp()
    if (command === 'start') return start(args)
    return command === 'test' ? test(args) : 0
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error
    console.error(error.message)
    return 4
  }
}

process.exitCode = main(process.argv.slice(2))
