declare module 'html-encoding-sniffer' {
  interface SniffOptions {
    transportLayerEncodingLabel?: string
    defaultEncoding?: string
  }

  /** WHATWG name by byte order mark, label of the transport, meta element in the first 1024 bytes; else the default. */
  export default function sniffHtmlEncoding(content: Uint8Array, options?: SniffOptions): string
}
