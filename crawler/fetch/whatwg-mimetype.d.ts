declare module 'whatwg-mimetype' {
  /** A media type as the MIME Sniffing Standard parses it. */
  export class MIMEType {
    /** `null` when the text is no media type. */
    static parse(text: string): MIMEType | null
    /** `type/subtype` in lower case. */
    readonly essence: string
    readonly parameters: ReadonlyMap<string, string>
  }
}
