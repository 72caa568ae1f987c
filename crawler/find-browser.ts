/** The environment of the process; `MINGJING_BROWSER` and `PATH` are read. */
export type BrowserEnvironment = Readonly<Record<string, string | undefined>>

const commands = ['chromium-headless-shell', 'chromium', 'google-chrome']

/**
 * Path of the browser to use: the one the operator named, else Playwright's own, else the first command on PATH.
 * A path at which nothing exists is passed over; `null` when nothing is left.
 */
export function findBrowser(
  environment: BrowserEnvironment,
  ownPath: string | null,
  exists: (path: string) => boolean,
): string | null {
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  const onPath = (command: string) => folders.map((folder) => `${folder}/${command}`)
  const named = environment['MINGJING_BROWSER'] ?? ''
  const places = [...(named.includes('/') ? [named] : onPath(named)), ownPath ?? '', ...commands.flatMap(onPath)]
  return places.find((path) => path !== '' && !path.endsWith('/') && exists(path)) ?? null
}
