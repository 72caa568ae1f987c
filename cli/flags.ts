import { type Command, Option } from 'commander'
import { numberFromZero, positiveNumber, wholeNumber } from './policy-of-flags.ts'

/** What `--declarations` does, wherever it may stand. */
export const declarationsHelp = '機關自填資料檔（預設 config/declarations/<代號>.yaml）'

/** What `--review` does, wherever it may stand. */
export const reviewHelp = '人工審認檔（預設 config/reviews/<代號>.yaml）'

/** Gathers a repeatable flag. */
export function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

/** Splits a flag at commas. */
export function listOf(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Adds the flags that `audit` and `crawl` share. */
export function addCrawlFlags(command: Command): Command {
  return command
    .option('--dir <folder>', '查核資料夾內的網站檔案（尚未上線或鏡像）')
    .option('--as <origin>', '與 --dir 併用：報告中的網址，例如 https://www.example.gov.tw')
    .option('--start <path>', '起始頁的路徑')
    .option('--out <dir>', '輸出資料夾', 'reports-out')
    .option('--max-pages <n>', '最多查核頁數（預設 3000）', positiveNumber)
    .option('--max-minutes <n>', '最多查核分鐘數', positiveNumber)
    .option('--depth <n>', '自起始頁起最多幾次點選', wholeNumber)
    .option('--include <glob...>', '僅查核符合的路徑')
    .option('--exclude <glob...>', '不查核符合的路徑')
    .option('--concurrency <n>', '每個主機同時請求數（預設 4）', positiveNumber)
    .option('--rate <n>', '每個主機每秒請求數（預設 4）', positiveNumber)
    .addOption(new Option('--browser <mode>', '瀏覽器檢測範圍（預設 sample）').choices(['all', 'sample', 'none']))
    .addOption(new Option('--standard <version>', '網站無障礙規範版本（預設依日期）').choices(['110.07', '115.11']))
    .addOption(new Option('--external <mode>', '站外連結與資源').choices(['check', 'none']))
    .option('--confirm-after <s>', '失效連結隔幾秒再次確認（預設 30）', numberFromZero)
    .option('--seed <text>', '抽樣種子（預設為機關與日期）')
    .option('--allow-private', '允許內部與本機位址')
    .option('--ignore-robots', '不遵守 robots.txt（限網站所有者，報告會載明）')
    .option('--user-agent <text>', 'User-Agent')
    .option('--json', '以 JSON Lines 輸出進度，最後一行為摘要')
    .option('--quiet', '不輸出進度')
}
