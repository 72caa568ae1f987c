import { pick } from '../generator/random.ts'
import { article, type Frame, modern, standingPages } from './frames.ts'

export interface Asked {
  /** With query. */
  path: string
  userAgent: string
}

export interface Answer {
  status: number
  headers: Readonly<Record<string, string>>
  body: string | Buffer
}

/** What a linked address is, known because the site was made so. */
export type Truth =
  /** There is something. */
  | 'alive'
  /** There is nothing and the answer does not say so in its status: what the detector is for. */
  | 'soft'
  /** As `soft`, and nothing in the answers of the site tells it from what is alive. */
  | 'untold'
  /** There is nothing, and the status says so. */
  | 'gone'
  /** Nothing here, sent to the home page, where other addresses get an honest 404: a person decides. */
  | 'home'
  /** A wall, a log-in or a limit keeps programs out. */
  | 'walled'
  /** The server is out of order or being maintained. */
  | 'down'

export interface Kind {
  name: string
  build(site: Site): void
}

/** A site of one kind: what it answers, and what is true of the addresses its pages lead to. */
export class Site {
  readonly truths = new Map<string, Truth>()
  readonly random: () => number
  readonly #living = new Map<string, Answer>()
  readonly #titles = new Map<string, string>()
  readonly #rules: { matches: RegExp; answer: (asked: Asked) => Answer }[] = []

  constructor(random: () => number, frame: Frame = modern) {
    this.random = random
    for (const [path, title] of standingPages) this.alive(path, { title, html: article(frame, random).html })
  }

  /** A page that lives at an address others link to. */
  alive(path: string, { title, html }: { title: string; html: string }): void {
    this.answers(path, page(html))
    this.links('alive', [path], title)
  }

  articles(paths: readonly string[], frame: Frame = modern): void {
    for (const path of paths) this.alive(path, article(frame, this.random))
  }

  /** What one address answers, linked or not. */
  answers(path: string, answer: Answer): void {
    this.#living.set(path, answer)
  }

  /** Pages of the site link to these, and this is true of them. */
  links(truth: Truth, paths: readonly string[], title?: string): void {
    for (const path of paths) {
      this.truths.set(path, truth)
      this.#titles.set(path, title ?? article(modern, this.random).title)
    }
  }

  /** What addresses answer that have no answer of their own; the first rule that matches counts. */
  elsewhere(matches: RegExp, answer: (asked: Asked) => Answer): void {
    this.#rules.push({ matches, answer })
  }

  answer(asked: Asked): Answer {
    const own = this.#living.get(asked.path) ?? this.#list(asked.path)
    if (own !== undefined) return own
    return this.#rules.find(({ matches }) => matches.test(asked.path))?.answer(asked) ?? notFound
  }

  /** Numbers nobody uses twice, as ids of a database are. */
  ids(count: number): number[] {
    return Array.from({ length: count }, (_, at) => 1000 + at * 37 + pick(this.random, 37))
  }

  /** The home page and the lists lead to all addresses in an order that tells nothing. */
  #list(path: string): Answer | undefined {
    const lists = ['/list-1.html', '/list-2.html', '/list-3.html']
    if (path === '/') return page(modern('首頁', ul(lists.map((list) => [list, `最新消息 ${list.at(6)}`]))))
    const at = lists.indexOf(path)
    if (at < 0) return undefined
    const mine = [...this.#titles].toSorted(([a], [b]) => (a < b ? -1 : 1)).filter((_, number) => number % 3 === at)
    return page(modern(`最新消息 ${at + 1}`, ul(mine)))
  }
}

function ul(links: readonly (readonly [path: string, label: string])[]): string {
  return `<ul>${links.map(([path, label]) => `<li><a href="${path.replaceAll('&', '&amp;')}">${label}</a></li>`).join('\n')}</ul>`
}

export function page(html: string, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: html }
}

export function redirect(location: string, status = 302): Answer {
  return page(
    `<html><head><title>Object moved</title></head><body><a href="${location}">here</a></body></html>`,
    status,
    {
      location,
    },
  )
}

export const notFound: Answer = page(
  '<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>',
  404,
)
