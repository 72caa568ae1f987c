import type { Form, FormControl } from '../../store/model/page.ts'
import type { ExtractedPage } from '../../store/snapshot/extracted-page.ts'
import type { Addresses } from './addresses.ts'
import { type Collector, foldSpace, type OpenElement } from './element.ts'
import type { PageText } from './page-text.ts'
import type { Selectors } from './selector.ts'

const longestFormText = 2000
const longestLabel = 300
const controlTags: ReadonlySet<string> = new Set(['input', 'select', 'textarea', 'button'])
const tags: ReadonlySet<string> = new Set([...controlTags, 'form', 'label', 'img'])

interface Control {
  element: OpenElement
  /** Text of a button. */
  content: string
  /** Text of the label it stands in. */
  wrappedBy: { text: string } | null
  alts: string[]
}

interface FormRecord {
  element: OpenElement
  mark: number
  end: number
  text: string
  controls: Control[]
}

interface Mark {
  element: OpenElement
  mark: number
}

/** Collects forms with their controls, and the labels that name them. */
export class Forms implements Collector {
  readonly tags = tags
  readonly #text
  readonly #forms: FormRecord[] = []
  readonly #labels = new Map<string, string>()
  #form: FormRecord | null = null
  #label: (Mark & { text: string }) | null = null
  #button: (Mark & { control: Control }) | null = null

  constructor(text: PageText) {
    this.#text = text
  }

  open(element: OpenElement): void {
    const { tag, attributes } = element
    if (tag === 'form') this.#openForm(element)
    else if (tag === 'label') this.#label = { element, mark: this.#text.mark(), text: '' }
    else if (controlTags.has(tag)) this.#openControl(element)
    else if (tag === 'img' && attributes['alt'] !== undefined) this.#button?.control.alts.push(attributes['alt'])
  }

  close(element: OpenElement, end: number): void {
    if (element === this.#form?.element) this.#closeForm(this.#form, end)
    else if (element === this.#label?.element) this.#closeLabel(this.#label)
    else if (element === this.#button?.element) this.#closeButton(this.#button)
  }

  #openForm(element: OpenElement): void {
    this.#form = { element, mark: this.#text.mark(), end: element.start, text: '', controls: [] }
    this.#forms.push(this.#form)
  }

  #closeForm(form: FormRecord, end: number): void {
    form.end = end
    form.text = this.#text.since(form.mark, form.element.hiddenLevel, longestFormText)
    this.#form = null
  }

  #openControl(element: OpenElement): void {
    const control = { element, content: '', wrappedBy: this.#label, alts: [] }
    this.#form?.controls.push(control)
    if (element.tag === 'button') this.#button = { element, mark: this.#text.mark(), control }
  }

  #closeLabel(label: Mark & { text: string }): void {
    label.text = this.#text.since(label.mark, label.element.hiddenLevel, longestLabel)
    const of = label.element.attributes['for']
    // An empty `for` names nothing: fields without an id are many.
    if (of !== undefined && of !== '' && !this.#labels.has(of)) this.#labels.set(of, label.text)
    this.#label = null
  }

  #closeButton({ element, mark, control }: Mark & { control: Control }): void {
    const shown = this.#text.since(mark, element.hiddenLevel, longestLabel)
    control.content = shown || foldSpace(control.alts.join(' '))
    this.#button = null
  }

  /** In order of the source. */
  list(addresses: Addresses, selectors: Selectors): ExtractedPage['forms'] {
    return this.#forms.map(({ element, end, text, controls }) => ({
      action: addresses.resolve(element.attributes['action'] ?? '').url,
      method: methodOf(element),
      region: element.region,
      selector: selectors.pathTo(element),
      start: element.start,
      end,
      controls: controls.map((control) => this.#controlOf(control)),
      text,
    }))
  }

  #controlOf({ element, content, wrappedBy }: Control): FormControl {
    const { tag, attributes } = element
    const said = [this.#labels.get(attributes['id'] ?? ''), wrappedBy?.text, content, attributes['aria-label']]
    const shown = [attributes['title'], attributes['placeholder'], attributes['alt'], shownValue(element)]
    const labels = [...said, ...shown].map((label) => foldSpace((label ?? '').slice(0, longestLabel)))
    return {
      tag,
      type: typeOf(element),
      name: attributes['name'] ?? null,
      label: labels.find((label) => label !== '') ?? '',
    }
  }
}

function methodOf({ attributes }: OpenElement): Form['method'] {
  const method = attributes['method']?.trim().toLowerCase()
  return method === 'post' || method === 'dialog' ? method : 'get'
}

const inputTypes: ReadonlySet<string> = new Set(
  `button checkbox color date datetime-local email file hidden image month number password radio range reset search submit
   tel text time url week`.split(/\s+/),
)

function typeOf({ tag, attributes }: OpenElement): string {
  const type = attributes['type']?.trim().toLowerCase() ?? ''
  if (tag === 'input') return inputTypes.has(type) ? type : 'text'
  if (tag === 'button') return type === 'button' || type === 'reset' ? type : 'submit'
  return tag
}

/** The value names a control only where it is what people read on it. */
function shownValue(element: OpenElement): string | undefined {
  const isHidden = typeOf(element) === 'hidden'
  return isHidden ? undefined : element.attributes['value']
}
