import type { ItemNumber } from '../../store/model/check-result.ts'

/** One line of 政府資訊公開法第7條第1項 (facts: Art. 7-I, the ten 款; 款 5 in three parts). */
export interface Article7Title {
  number: string
  title: string
}

/** Number and wording of the twelve lines. */
export const article7: Readonly<Record<ItemNumber, Article7Title>> = {
  '1': {
    number: '第1款',
    title: '條約、對外關係文書、法律、緊急命令、中央法規標準法所定之命令、法規命令及地方自治法規',
  },
  '2': {
    number: '第2款',
    title: '政府機關為協助下級機關或屬官統一解釋法令、認定事實、及行使裁量權，而訂頒之解釋性規定及裁量基準',
  },
  '3': { number: '第3款', title: '政府機關之組織、職掌、地址、電話、傳真、網址及電子郵件信箱帳號' },
  '4': { number: '第4款', title: '行政指導有關文書' },
  '5a': { number: '第5款之1', title: '施政計畫' },
  '5b': { number: '第5款之2', title: '業務統計' },
  '5c': { number: '第5款之3', title: '研究報告' },
  '6': { number: '第6款', title: '預算及決算書' },
  '7': { number: '第7款', title: '請願之處理結果及訴願之決定' },
  '8': { number: '第8款', title: '書面之公共工程及採購契約' },
  '9': { number: '第9款', title: '支付或接受之補助' },
  '10': { number: '第10款', title: '合議制機關之會議紀錄' },
}
