import { createRequire } from 'node:module'

/** Texts of axe by rule, check and case, as its locales hold them. */
export type AxeTexts = { [name: string]: string | AxeTexts }

/** A place that axe fills with what it found. */
const of = (name: string) => `\${data.${name}}`

/** Words of axe's zh_TW texts that are left in English or are not those of Taiwan. */
const words: readonly (readonly [string, string])[] = [
  ['易於訪問的名稱', '可讀出的名稱'],
  ['透過鍵盤訪問', '以鍵盤操作'],
  ['元素按 Tab 鍵順序排列，並且沒有可訪問的文字', '元素可以 Tab 鍵到達，卻沒有可讀出的文字'],
  ['閾值', '門檻'],
  ['字符', '字元'],
  ['下劃線', '底線'],
  ['漸變', '漸層'],
  ['佔位符', '提示文字（placeholder）'],
  ['導航', '導覽'],
  ['用戶', '使用者'],
  ['滾動', '捲動'],
  ['文檔', '文件'],
  [' landmark 區域', '地標區域'],
  [' landmark ', '地標區域'],
  [' landmark', '地標區域'],
  ['landmark ', '地標區域'],
]

const letterOrLine = (what: string) => ({
  fail: {
    default: `style 屬性中之${what}不得使用 !important，或須至少為 ${of('minValue')}em（目前為 ${of('value')}em）`,
    omitted: `style 屬性中之${what}不得使用 !important，或須至少為 ${of('minValue')}em（目前為 ${of('value')}em）；受影響之文字元素不止於此`,
  },
  incomplete: `無法確定 style 屬性中之${what}是否達最低值`,
})
const colors = { emptyValue: '欄位沒有值，請輸入文字後檢視對比', colorParse: `無法解讀色彩「${of('colorParse')}」` }
const tooManyRects = '重疊之元素過多，無法量測目標大小'

/** What axe's zh_TW texts lack, and what they say wrongly. */
const own: AxeTexts = {
  incompleteFallbackMessage: '程式無法說明原因，請人工檢視',
  rules: {
    'aria-tab-name': { description: '確保每個 ARIA 頁籤都有可讀出的名稱', help: 'ARIA 頁籤必須有可讀出的名稱' },
    'summary-name': { description: '確保 summary 元素有可識別的文字', help: 'summary 元素必須有可識別的文字' },
    label: { description: '確保每個表單欄位都有標籤', help: '表單欄位必須有標籤' },
    'landmark-one-main': {
      description: '確保網頁有一個主要內容區（main）',
      help: '網頁應有一個主要內容區（main）',
    },
    region: {
      description: '確保網頁內容皆置於地標區域內',
      help: '網頁內容應皆置於地標區域（header、nav、main、footer 等）內',
    },
  },
  checks: {
    'implicit-label': {
      pass: '欄位置於有文字之 <label> 內',
      fail: '欄位未置於有文字之 <label> 內',
      incomplete: '無法確定欄位是否置於有文字之 <label> 內',
    },
    'explicit-label': {
      pass: '有 <label for> 指向此欄位',
      fail: '沒有 <label for> 指向此欄位',
      incomplete: '無法確定是否有 <label for> 指向此欄位',
    },
    'page-has-main': { pass: '網頁有主要內容區（main）', fail: '網頁沒有主要內容區（main）' },
    'aria-allowed-attr': {
      fail: { caseSensitive: `下列 ARIA 屬性之值必須為小寫：${of('values')}` },
      incomplete: {
        default: `請確認此元素之 ARIA 屬性若被忽略是否仍無問題：${of('values')}`,
        caseSensitive: `下列 ARIA 屬性之值區分大小寫，輔助技術可能無法正確處理：${of('values')}`,
      },
    },
    'aria-allowed-attr-elm': {
      pass: '此元素可使用這些 ARIA 屬性',
      fail: {
        singular: `${of('nodeName')} 元素不得使用 ARIA 屬性：${of('values')}`,
        plural: `${of('nodeName')} 元素不得使用這些 ARIA 屬性：${of('values')}`,
      },
    },
    'aria-conditional-attr': {
      fail: { radio: `請刪除 aria-checked，或設為「${of('checkState')}」以與選項之實際狀態一致` },
    },
    'aria-errormessage': { fail: { unsupported: '輔助技術並未廣泛支援 aria-errormessage 之多個識別碼' } },
    'aria-no-deprecated-attr': {
      pass: '未使用已淘汰之 ARIA 屬性',
      incomplete: {
        singular: `此屬性已淘汰，不應使用：${of('values')}`,
        plural: `這些屬性已淘汰，不應使用：${of('values')}`,
      },
    },
    'aria-prohibited-attr': {
      incomplete: {
        visibleLabelSingular: `${of('prohibited')} 屬性支援不佳，惟 aria-labelledby 所指之元素於網頁可見，請確認是否不需此標籤`,
        visibleLabelPlural: `${of('prohibited')} 等屬性支援不佳，惟 aria-labelledby 所指之元素於網頁可見，請確認是否不需這些標籤`,
        unresolvedLabel: `${of('prohibited')} 屬性支援不佳，且所指之元素不存在，請確認是否不需此標籤`,
      },
    },
    'aria-required-children': {
      pass: { default: '必要之 ARIA 子元素存在', 'aria-busy': '元素有 aria-busy 屬性，得省略必要之子元素' },
      fail: {
        unallowedPresentational: `元素之裝飾性子元素因 ${of('values')} 不得忽略`,
        'aria-busy-fail': `元素有不允許之子元素：${of('values')}；aria-busy="true" 亦不允許此類角色之子元素`,
      },
    },
    'aria-valid-attr-value': {
      incomplete: {
        controlsWithinPopup: `使用 aria-haspopup，無法確定 aria-controls 所指之識別碼是否存在：${of('needsReview')}`,
      },
    },
    'color-contrast': { incomplete: colors },
    'color-contrast-enhanced': { incomplete: colors },
    'autocomplete-valid': { incomplete: 'autocomplete 屬性之值並非標準值，請確認可否改用標準值' },
    'focusable-content': { incomplete: '請確認 tabindex 為負值之元素可取得鍵盤焦點，使此區域得以捲動' },
    'label-content-name-mismatch': {
      incomplete: {
        default: '無法確定可見文字是否為名稱之一部分',
        valueText: '元素內之文字可能為欄位之值，而非標籤',
      },
    },
    listitem: { incomplete: '無法確定清單項目之上層是否為 <ul>、<ol> 或 role="list"' },
    'only-dlitems': { incomplete: '無法確定 dl 元素之直接子元素是否皆為允許者' },
    'only-listitems': { incomplete: '無法確定清單元素之直接子元素是否皆為允許者' },
    'target-offset': {
      pass: {
        default: `目標與最近之其他目標距離足夠，可安全點選之直徑為 ${of('closestOffset')}px，至少須 ${of('minOffset')}px`,
        large: `目標遠大於最低之 ${of('minOffset')}px`,
      },
      incomplete: { tooManyRects },
    },
    'target-size': { pass: { large: `目標遠大於最低之 ${of('minSize')}px` }, incomplete: { tooManyRects } },
    'error-occurred': { incomplete: 'axe 發生錯誤，請人工檢視此類問題' },
    'important-letter-spacing': letterOrLine('字距（letter-spacing）'),
    'important-line-height': letterOrLine('行高（line-height）'),
    'important-word-spacing': letterOrLine('詞距（word-spacing）'),
    'td-headers-attr': {
      fail: {
        'cell-header-not-in-table': 'headers 屬性所指者並非皆為同一表格之標題儲存格',
        'cell-header-not-th': 'headers 屬性須指向標題儲存格，不得指向資料儲存格',
        'header-refs-self': '有 headers 屬性之儲存格指向自身',
      },
    },
  },
}

/** axe's texts in the Chinese of Taiwan: those it ships, in our words, and what they lack. */
export const axeTexts: AxeTexts = merged(inOurWords(createRequire(import.meta.url)('axe-core/locales/zh_TW.json')), own)

function inOurWords(texts: AxeTexts): AxeTexts {
  const entries = Object.entries(texts).map(([name, text]) => [
    name,
    typeof text === 'string'
      ? words.reduce((said, [word, ours]) => said.replaceAll(word, ours), text)
      : inOurWords(text),
  ])
  return Object.fromEntries(entries)
}

function merged(texts: AxeTexts, more: AxeTexts): AxeTexts {
  const all = { ...texts }
  for (const [name, text] of Object.entries(more)) {
    const known = all[name]
    all[name] = typeof text === 'string' || typeof known !== 'object' ? text : merged(known, text)
  }
  return all
}
