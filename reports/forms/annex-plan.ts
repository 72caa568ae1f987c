/** One annex an application asks for, and where its content comes from. */
export interface AnnexPlan {
  id: string
  /** Short, for the name of a sheet. */
  sheet: string
  title: string
  /** What the source asks to be stated. */
  asks: string
  /** Item of the scoring notes (提升服務品質實施要項及評分說明) that asks for it, as an official would look it up. */
  source: string
  /** Checks whose numbers and findings belong in it: an id, or an area with `/` at its end. */
  checks: readonly string[]
  /** What a person must add. */
  toFill: readonly string[]
}

/** Annexes of an application (003:52-285). */
export const annexPlans: readonly AnnexPlan[] = [
  {
    id: 'update-policy',
    sheet: '定期更新',
    title: '網站（頁）資料定期更新規定及實際執行情形',
    asks: '請載明網站（頁）資料定期更新規定及實際執行情形',
    source: '四（二）1資訊內容正確度', // 003:234
    checks: ['freshness/', 'content/'],
    toFill: ['定期更新規定（含標準作業程序）名稱及訂定日期', '更新權責單位及更新頻率'],
  },
  {
    id: 'link-test',
    sheet: '連結測試',
    title: '資訊提供抽查及連結測試結果',
    asks: '請載明資訊提供抽查及連結測試結果，並提供網址供查核',
    source: '四（二）2資訊連結正確度', // 003:236
    checks: ['links/'],
    toFill: [],
  },
  {
    id: 'classification',
    sheet: '資料標示',
    title: '機關資料標示種類、數量',
    asks: '請載明機關資料標示種類、數量等情形',
    source: '四（三）1分類檢索比例', // 003:247
    checks: ['classification/'],
    toFill: ['其他資料系統提供分類檢索服務之名稱及網址'],
  },
  {
    id: 'search',
    sheet: '檢索服務',
    title: '檢索功能說明及檢索服務情形',
    asks: '請載明機關網站（頁）提供檢索功能說明等情形，並提供網址供查核',
    source: '四（三）2檢索服務便捷度', // 003:253
    checks: ['search/'],
    toFill: [],
  },
  {
    id: 'online-services',
    sheet: '線上服務',
    title: '線上服務項目及使用情形',
    asks: '請載明機關線上服務項目名稱、項目數、成長率及民眾使用情形次數，並提供網址供查核',
    source: '五（一）1線上服務項目成長率、3民眾使用線上服務案件數成長率', // 003:271, 003:280
    checks: ['services/'],
    toFill: ['上年度線上服務項目數', '本年度及上年度使用線上服務案件數'],
  },
  {
    id: 'forms',
    sheet: '電子表單',
    title: '電子表單簡化情形',
    asks: '請載明機關提供電子表單簡化情形、相關電子表單名稱及內容（含表單格式），並提供網址供查核',
    source: '五（一）4電子表單簡化績效', // 003:285
    checks: ['services/form-inventory', 'documents/editable-offered-as-odf'],
    toFill: ['表單簡併或廢止情形', '表單版型、編號及服務分類之管理方式'],
  },
  {
    id: 'participation',
    sheet: '電子參與',
    title: '網路電子參與方式、管理規範及回應情形',
    asks: '請載明網路電子參與方式、管理規範及回應情形，並提供網址供查核',
    source: '五（二）電子參與程度及回應機制', // 003:293
    checks: ['participation/'],
    toFill: ['回應時限及回應率'],
  },
]
