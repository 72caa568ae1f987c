import { remembered } from '../remembered.ts'
import type { OpenElement } from './element.ts'

const states =
  /^(active|current|open|opened|closed?|on|off|odd|even|first|last|selected|hover|show|hide|hidden|in|loaded|js|nojs)$/
const landmarks: ReadonlySet<string> = new Set('body main nav header footer article aside frameset'.split(' '))

/** Tag with id and classes as a template writes them, digits and states left out; `''` when nothing names the element. */
export function templateNameOf({ tag, attributes, isBare }: OpenElement): string {
  if (isBare) return landmarks.has(tag) ? tag : ''
  const { id = '', class: classes = '' } = attributes
  return nameOf(`${tag} ${id.slice(0, 100).replaceAll(' ', '')} ${classes.slice(0, 300)}`)
}

/** Of tag, id and classes, parted by a space each. */
const nameOf = remembered(5_000, (written) => {
  const [, tag = '', writtenId = '', classes = ''] = /^(\S*) ([^ ]*) (.*)$/s.exec(written) ?? []
  const id = plainName(writtenId)
  const names = classesOf(classes)
  if (id === '' && names.length === 0) return landmarks.has(tag) ? tag : ''
  return `${tag}${id === '' ? '' : `#${id}`}${names.map((name) => `.${name}`).join('')}`
})

function classesOf(classes: string): string[] {
  if (classes === '') return []
  const names = classes.split(/\s+/).map(plainName)
  return [...new Set(names.filter((name) => name !== '' && !states.test(name)))].sort()
}

function plainName(name: string): string {
  return name.slice(0, 100).toLowerCase().replace(/\d+/g, '')
}
