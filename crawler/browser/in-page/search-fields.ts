import type { Form, FormControl } from '../../../store/model/page.ts'

/**
 * These functions run in the page: they may use one another and the DOM, and nothing else. `searchFieldsSource` is their text.
 */

/** A choice beside a text field: a list, or buttons of which one is on. */
export interface SeenChoice {
  kind: 'select' | 'radio'
  /** Of a list its place among all lists of the document; of buttons that of the first among all inputs. */
  index: number
  label: string
  options: readonly string[]
  /** -1: none. */
  chosen: number
}

/** A field beside a text field: for more words, or for a day. */
export interface SeenInput {
  /** Place among all inputs. */
  index: number
  type: 'text' | 'date'
  /** Its name where it has no label. */
  label: string
  /** What stands in it while it is empty. */
  hint: string
}

/** A text field of the document, with what stands around it. */
export interface SeenField {
  /** Place among all inputs of the document, those in open shadow roots among them. */
  index: number
  control: FormControl
  isInSearch: boolean
  isVisible: boolean
  region: Form['region']
  /** `null`: it stands in no form. */
  form: (Pick<Form, 'action' | 'method' | 'region' | 'text'> & { controls: readonly FormControl[] }) | null
  choices: readonly SeenChoice[]
  further: readonly SeenInput[]
}

/** Every text field of the document that can be written in, in order. */
export function readSearchFields(): SeenField[] {
  return everywhere('input').flatMap((field, index): SeenField[] => {
    if (!['text', 'search'].includes(field.type) || field.disabled || field.readOnly) return []
    const around = surroundingsOf(field)
    return [
      {
        index,
        control: controlOf(field),
        isInSearch: field.closest('[role="search"], search') !== null,
        isVisible: field.getClientRects().length > 0,
        region: regionAround(field),
        form: field.form === null ? null : formOf(field.form),
        choices: choicesIn(around),
        further: inputsBeside(field, around),
      },
    ]
  })
}

/** All such elements of the document and of the open shadow roots in it, always in the same order. */
export function everywhere<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  root: Document | ShadowRoot = document,
): HTMLElementTagNameMap[Name][] {
  const roots = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  return [...root.querySelectorAll(name), ...roots.flatMap((inner) => everywhere(name, inner))]
}

function folded(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 300)
}

function shownText(element: Element): string {
  return element instanceof HTMLElement ? element.innerText.replace(/\s+/g, ' ').trim() : ''
}

/** What its `<label>` says beside the control itself. */
function labelsOf(element: Element): string[] {
  return [...((element as HTMLInputElement).labels ?? [])].map((label) => {
    const copy = label.cloneNode(true) as Element
    for (const inner of copy.querySelectorAll('input, select, textarea, button')) inner.remove()
    return folded(copy.textContent)
  })
}

function labelOf(element: Element): string {
  const named = ['aria-label', 'title', 'placeholder', 'alt'].map((name) => folded(element.getAttribute(name)))
  const content = element.localName === 'button' ? folded(shownText(element)) : ''
  const value = element.getAttribute('type') === 'hidden' ? '' : folded(element.getAttribute('value'))
  return [...labelsOf(element), content, ...named, value].find((text) => text !== '') ?? ''
}

function controlOf(element: Element): FormControl {
  const type = (element as HTMLInputElement).type.replace(/^select-.*/, 'select')
  return { tag: element.localName, type, name: element.getAttribute('name'), label: labelOf(element) }
}

function formOf(form: HTMLFormElement): NonNullable<SeenField['form']> {
  // A field may be named `action`, which hides the property.
  const action = form.getAttribute('action') ?? ''
  const method = form.getAttribute('method')?.trim().toLowerCase()
  const controls = [...form.querySelectorAll('input, select, textarea, button')].slice(0, 200)
  return {
    action: URL.canParse(action, document.baseURI) ? new URL(action || location.href, document.baseURI).href : null,
    method: method === 'post' || method === 'dialog' ? method : 'get',
    region: regionAround(form),
    text: shownText(form).slice(0, 2000),
    controls: controls.map(controlOf),
  }
}

function regionAround(element: Element): Form['region'] {
  const main = 'main, [role="main"], [id*="content" i], [class*="content" i]'
  const head = 'nav, header, [role="banner"], [role="search"], [id*="head" i], [class*="head" i], [class*="nav" i]'
  const near = element.closest(`${main}, ${head}, footer`)
  const root = element.getRootNode()
  if (near === null) return root instanceof ShadowRoot ? regionAround(root.host) : 'other'
  if (near.matches('footer')) return 'footer'
  return near.matches(main) ? 'main' : 'nav'
}

/** The form; of one around the whole page, as ASP.NET has it, or where there is none, the nearest element with a button. */
function surroundingsOf(field: HTMLInputElement): Element {
  if (field.form !== null && shownText(field.form).length <= 1500) return field.form
  const button = 'button, a, [role="button"], [onclick], [type="submit"], [type="button"], [type="image"]'
  let around: Element = field
  for (let step = 0; step < 6 && around.parentElement !== null; step += 1) {
    if (around.querySelector(button) !== null) break
    around = around.parentElement
  }
  return around
}

function choicesIn(around: Element): SeenChoice[] {
  const lists = everywhere('select').flatMap((select, index): SeenChoice[] => {
    if (!around.contains(select) || select.multiple) return []
    const options = [...select.options].slice(0, 80).map((option) => folded(option.text))
    const label = labelOf(select) || folded(select.getAttribute('name'))
    return [{ kind: 'select', index, label, options, chosen: select.selectedIndex }]
  })
  return [...lists, ...radiosIn(around)].slice(0, 20)
}

function inputsBeside(field: HTMLInputElement, around: Element): SeenInput[] {
  const inputs = everywhere('input')
  return inputs.flatMap((input, index): SeenInput[] => {
    const isOpen = ['text', 'search', 'date'].includes(input.type) && !input.disabled && !input.readOnly
    if (!isOpen || input === field || !around.contains(input)) return []
    const label = labelOf(input) || folded(input.getAttribute('name'))
    return [{ index, type: input.type === 'date' ? 'date' : 'text', label, hint: folded(input.placeholder) }]
  })
}

function radiosIn(around: Element): SeenChoice[] {
  const inputs = everywhere('input')
  const radios = inputs.filter((input) => input.type === 'radio' && around.contains(input))
  return [...new Set(radios.map(({ name }) => name))].flatMap((name): SeenChoice[] => {
    const group = radios.filter((input) => input.name === name)
    const [first] = group
    if (first === undefined || group.length < 2) return []
    const legend = folded(first.closest('fieldset')?.querySelector('legend')?.textContent)
    const options = group.map((input) => labelOf(input))
    const chosen = group.findIndex(({ checked }) => checked)
    return [{ kind: 'radio', index: inputs.indexOf(first), label: legend || name, options, chosen }]
  })
}

/** The text of the functions above. */
export const searchFieldsSource = [
  readSearchFields,
  everywhere,
  folded,
  shownText,
  labelsOf,
  labelOf,
  controlOf,
  formOf,
  regionAround,
  surroundingsOf,
  choicesIn,
  inputsBeside,
  radiosIn,
].join('\n')
