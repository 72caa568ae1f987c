/** The package's own declarations do not fit a default import of a CommonJS module. */
declare module 'robots-parser' {
  export interface Robot {
    isDisallowed(url: string, userAgent?: string): boolean | undefined
    /** Seconds. */
    getCrawlDelay(userAgent?: string): number | undefined
    getSitemaps(): string[]
  }

  export default function robotsParser(url: string, content: string): Robot
}
