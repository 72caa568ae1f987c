import { nameOf } from './document-evidence.ts'
import { isOdf } from './document-formats.ts'
import { judgeMember, type Member } from './judge-document.ts'
import type { OfferedDocument } from './offered-document.ts'

/** One document in all formats it is offered in. */
export interface Group {
  members: readonly { document: OfferedDocument; member: Member }[]
  /** What people call it. */
  name: string
  /** Name of the document that may be its ODF. */
  alike: string | null
  state:
    | 'offered'
    | 'office-only'
    /** Without ODF under its own name; another document may be it. */
    | 'odf-alike'
    | 'renamed'
    | 'odf-dead'
    | 'odf-locked'
    | 'odf-unread'
    | 'in-archive'
    /** Nothing but an archive, whose editable documents are all Office files. */
    | 'office-in-archive'
    /** Nothing of it could be read. */
    | 'unread'
    /** Nothing editable: PDF, archives and others. */
    | 'not-editable'
}

/** Judges the twins together. An ODF counts when its bytes are ODF, readable and open. Source: 000:149, 002:114, facts 5. */
export function judgeGroup(documents: readonly OfferedDocument[]): Group {
  const members = documents.map((document) => ({ document, member: judgeMember(document) }))
  return { members, name: nameOf(documents), alike: null, state: stateOf(members) }
}

function stateOf(members: Group['members']): Group['state'] {
  const has = (member: Member) => members.some((one) => one.member === member)
  if (has('odf') || has('archive-odf')) return 'offered'
  const isOdfUnread = members.some(({ document, member }) => member === 'unread' && isOdf(document.promised))
  if (has('office')) return isOdfUnread ? 'odf-unread' : stateWithoutOdf(members, has)
  if (has('odf-locked')) return 'odf-locked'
  if (has('archive-office')) return 'office-in-archive'
  return has('unread') || has('dead') ? 'unread' : 'not-editable'
}

function stateWithoutOdf(members: Group['members'], has: (member: Member) => boolean): Group['state'] {
  if (has('archive')) return 'in-archive'
  if (members.some(({ document, member }) => member === 'office' && isOdf(document.promised))) return 'renamed'
  if (has('odf-locked')) return 'odf-locked'
  return has('dead') ? 'odf-dead' : 'office-only'
}
