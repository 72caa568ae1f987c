import type { everywhere } from './search-fields.ts'

/**
 * These functions run in the page: they may use one another and the DOM, and nothing else. `useSearchSource` is their text.
 */

/** How a field is to be used. */
export interface SearchMove {
  /** As `SeenField` and `SeenChoice` told. */
  index: number
  words: string
  settings: readonly (ChoiceMade | WordsTyped)[]
  /** Patterns (flags `iu`) of the label of the button to press. */
  buttons: readonly string[]
  /** `button`: press it, or Enter where there is none; `enter`: press Enter. */
  by: 'button' | 'enter'
}

export interface ChoiceMade {
  kind: 'select' | 'radio'
  index: number
  option: number
}

/** A day is written as ISO 8601 has it. */
export interface WordsTyped {
  kind: 'input'
  index: number
  words: string
}

type Everywhere = typeof everywhere

/** Types the words, sets the choices and starts the search, as a visitor would; results stay in this window. */
export function useSearch({ index, words, settings, buttons, by }: SearchMove, all: Everywhere): void {
  const field = all('input')[index]
  if (field === undefined) return
  for (const setting of settings) {
    if (setting.kind === 'input') type(all('input')[setting.index], setting.words)
    else choose(setting, all)
  }
  field.focus()
  type(field, words)
  if (field.form !== null) keepInWindow(field.form)
  const patterns = buttons.map((source) => new RegExp(source, 'iu'))
  const button = by === 'button' ? searchButton(field, patterns) : null
  if (button === null) pressEnter(field)
  else button.click()
}

function type(field: HTMLInputElement | undefined, words: string): void {
  if (field === undefined) return
  // A framework watches the property of the element; this one is the browser's own.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words)
  tell(field)
}

function tell(element: Element): void {
  for (const name of ['input', 'change']) element.dispatchEvent(new Event(name, { bubbles: true, composed: true }))
}

function choose({ kind, index, option }: ChoiceMade, all: Everywhere): void {
  if (kind === 'select') {
    const list = all('select')[index]
    if (list === undefined) return
    list.selectedIndex = option
    tell(list)
    return
  }
  const inputs = all('input')
  const first = inputs[index]
  const group = inputs.filter(
    (input) => input.type === 'radio' && input.name === first?.name && input.form === first?.form,
  )
  group[option]?.click()
}

/** What would open a new window is to be seen in this one; what goes to a frame goes there. */
function keepInWindow(form: HTMLFormElement): void {
  const frames = [...document.querySelectorAll('iframe, frame')].map((frame) => frame.getAttribute('name'))
  const usual = document.querySelector('base')?.getAttribute('target') ?? '_self'
  const target = form.getAttribute('target') ?? usual
  if (!frames.includes(target) && !/^_(self|top|parent)$/i.test(target)) form.setAttribute('target', '_self')
  for (const button of form.querySelectorAll('[formtarget]')) button.removeAttribute('formtarget')
}

/** The one button of the form, or the nearest one that is labelled as a search, else the nearest there is. */
function searchButton(field: HTMLInputElement, patterns: readonly RegExp[]): HTMLElement | null {
  const submits = submitsOf(field.form)
  const isWide = field.form !== null && field.form.innerText.length > 1500
  if (!isWide && submits.length === 1) return submits[0] ?? null
  const own = 'button, [type="submit"], [type="image"], [type="button"], [role="button"], a, [onclick]'
  let around = field.parentElement
  for (let step = 0; step < 6 && around !== null; step += 1) {
    const near = [...around.querySelectorAll<HTMLElement>(own)].filter((element) => element !== field)
    const labelled = near.find((element) => isLabelledBy(element, patterns))
    if (labelled !== undefined) return labelled
    const unlabelled = near.find((element) => !element.matches('a[href^="http"], a[href^="/"]'))
    if (step < 2 && unlabelled !== undefined) return unlabelled
    around = around.parentElement
  }
  return isWide ? null : (submits[0] ?? null)
}

function submitsOf(form: HTMLFormElement | null): HTMLElement[] {
  const submit = 'button:not([type="button"], [type="reset"]), input[type="submit"], input[type="image"]'
  return form === null ? [] : [...form.querySelectorAll<HTMLElement>(submit)]
}

function isLabelledBy(element: HTMLElement, patterns: readonly RegExp[]): boolean {
  const named = ['value', 'title', 'aria-label', 'alt'].map((name) => element.getAttribute(name))
  const images = [...element.querySelectorAll('img[alt]')].map((image) => image.getAttribute('alt'))
  const labels = [element.innerText, ...named, ...images].map((text) =>
    (text ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase(),
  )
  return labels.some((label) => patterns.some((pattern) => pattern.test(label)))
}

function pressEnter(field: HTMLInputElement): void {
  const key = { key: 'Enter', code: 'Enter', keyCode: 13, which: 13, bubbles: true, composed: true, cancelable: true }
  const goesOn = field.dispatchEvent(new KeyboardEvent('keydown', key))
  field.dispatchEvent(new KeyboardEvent('keypress', key))
  field.dispatchEvent(new KeyboardEvent('keyup', key))
  if (goesOn && field.form?.isConnected) field.form.requestSubmit()
}

/** The text of the functions above. */
export const useSearchSource = [
  useSearch,
  type,
  tell,
  choose,
  keepInWindow,
  searchButton,
  submitsOf,
  isLabelledBy,
  pressEnter,
].join('\n')
