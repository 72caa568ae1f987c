import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { type AxeTexts, axeTexts } from '../../../crawler/browser/axe-texts.ts'

const english = createRequire(import.meta.url)('axe-core/locales/_template.json') as AxeTexts

/** Names of texts of a locale that hold no Chinese. */
function untold(wanted: AxeTexts, told: AxeTexts | undefined, at = ''): string[] {
  return Object.entries(wanted).flatMap(([name, text]) => {
    const ours = told?.[name]
    if (typeof text !== 'string') return untold(text, typeof ours === 'string' ? undefined : ours, `${at}/${name}`)
    return text === '' || /\p{Script=Han}/u.test(String(ours)) ? [] : `${at}/${name}`
  })
}

it('every text of axe is there in Chinese', () => {
  expect(untold(english, axeTexts)).toEqual(['/lang'])
})

it('what is missing is told in words an official knows', () => {
  const { rules, checks } = axeTexts
  expect(rules).toMatchObject({ region: { help: '網頁內容應皆置於地標區域（header、nav、main、footer 等）內' } })
  expect(checks).toMatchObject({ 'implicit-label': { fail: '欄位未置於有文字之 <label> 內' } })
  const foreign = ['landmark ', ' landmark', '訪問', '閾值', '字符', '區域區域'].filter((word) =>
    texts(axeTexts).includes(word),
  )
  expect(foreign).toEqual([])
})

function texts(all: AxeTexts): string {
  return Object.values(all)
    .map((text) => (typeof text === 'string' ? text : texts(text)))
    .join('\n')
}
