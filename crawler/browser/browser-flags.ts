import type { BrowserProxy } from './proxy.ts'

/**
 * Switches that leave the proxy as the only way out: everything goes through it (loopback too), names are never resolved,
 * and what would speak UDP (QUIC, WebRTC) is off; and those that keep short-lived pages cheap.
 */
export function browserFlags(proxy: BrowserProxy): string[] {
  return [
    `--proxy-server=http://127.0.0.1:${proxy.port}`,
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    `--ignore-certificate-errors-spki-list=${proxy.spkiHash}`,
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // Frames of other origins live in the page's own process, so that one session reaches them all.
    '--disable-site-isolation-trials',
    '--mute-audio',
    // A page lives for a second: compilers that optimise for the long run cost a third of the time and give nothing back.
    '--js-flags=--no-opt --no-maglev',
  ]
}
