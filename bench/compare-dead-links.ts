import { compareDeadLinks, describe } from './dead-links.ts'

const [report, list, snapshot] = process.argv.slice(2)
if (report === undefined || list === undefined || snapshot === undefined) {
  process.stderr.write('usage: compare-dead-links.js <report.json> <list.tsv> <snapshot.sqlite>\n')
  process.exitCode = 2
} else {
  process.stdout.write(describe(compareDeadLinks(report, list, snapshot)))
}
