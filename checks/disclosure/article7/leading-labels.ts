import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText } from '../../labels.ts'
import { namedElementsOf } from '../../page-places.ts'
import { type Dom, domOf } from '../../seen-page.ts'
import { blockFrom, type LabelledBlock, longestLabel, type Selection, textOf } from './labelled-block.ts'

const inline = 'b, strong, u, em, i, font, span'
const numbered =
  /^\s*([([（]?([一二三四五六七八九十]{1,3}|\d{1,2})[)\]）、.．]|第([一二三四五六七八九十]{1,3}|\d{1,2})[款項])\s*\S/u

/** 「行政指導文書（本所無此項資料）」: all that an entry says. */
const remarked = /^[^()（）:：]{2,}[(（][^()（）]{2,}[)）]$/u

/**
 * Labels that stand in front of what they name in one element (「預算書：115年度、114年度」), and numbered lines of text with
 * what follows until the next (「一、法規」).
 */
export function leadingBlocks(snapshot: Snapshot, page: Page): LabelledBlock[] {
  const $ = domOf(snapshot, page)
  return $('li, p, td, dd, div')
    .toArray()
    .flatMap((element) => {
      const own = $(element)
      const lead = leadOf($, own)
      if (lead === '' || lead.replace(/\s+/gu, '').length > longestLabel) return []
      if (own.is('li') && remarked.test(lead) && textOf(own) === lead.replace(/\s+/gu, ''))
        return [blockFrom(snapshot, page, { label: lead, element, below: $([]) })]
      const [label = '', rest] = lead.split(/[:：]/u, 2)
      if (rest !== undefined || own.find('a[href]').length > 0) {
        return [blockFrom(snapshot, page, { label: label.trim(), element, below: own })]
      }
      return numbered.test(lead) && own.is('p, div')
        ? [blockFrom(snapshot, page, { label: lead, element, below: untilNextNumber($, own) })]
        : []
    })
}

/** Text at the head of an element, before anything that is no mere emphasis; folded. */
function leadOf($: Dom, own: Selection): string {
  const nodes = own.contents().toArray()
  const end = nodes.findIndex((node) => node.type === 'tag' && !isEmphasis($(node)))
  const head = nodes.slice(0, end < 0 ? nodes.length : end)
  return foldText(head.map((node) => (node.type === 'text' || node.type === 'tag' ? $(node).text() : '')).join(''))
}

function isEmphasis(element: Selection): boolean {
  return element.is(inline) && element.find(`a, ul, ol, table, p, div`).length === 0
}

function untilNextNumber($: Dom, own: Selection): Selection {
  return own.nextUntil((_, element) => isNextPart($, $(element)))
}

function isNextPart($: Dom, element: Selection): boolean {
  return element.is('h1, h2, h3, h4, h5, h6') || numbered.test(leadOf($, element))
}

/** Heads of panels that unfold, by the panel they name. */
export function panelBlocks(snapshot: Snapshot, page: Page): LabelledBlock[] {
  const $ = domOf(snapshot, page)
  return $('[aria-controls], [data-target], [data-bs-target]')
    .toArray()
    .flatMap((element) => {
      const own = $(element)
      const name = own.attr('aria-controls') ?? own.attr('data-bs-target') ?? own.attr('data-target') ?? ''
      const id = name.replace(/^#/u, '')
      const panel = namedElementsOf(snapshot, page).get(id)
      const label = foldText(own.text())
      if (label === '' || panel === undefined || own.closest($(panel)).length > 0) return []
      return [blockFrom(snapshot, page, { label, element, below: $(panel) })]
    })
}
