import net from 'node:net'

/** Fails every connection that would leave this machine: a test that needs the network is a test of somebody else's site. */
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

const connect = net.Socket.prototype.connect

net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]): net.Socket {
  const host = targetHost(args)
  if (host !== null && !loopback.test(host)) throw new Error(`a test tried to reach ${host}; only loopback is allowed`)
  return Reflect.apply(connect, this, args) as net.Socket
}

/** The host a call of `Socket.connect` names; `null` for a path (IPC) or a bare port (which means localhost). */
function targetHost(args: unknown[]): string | null {
  const first = Array.isArray(args[0]) ? (args[0][0] as unknown) : args[0]
  if (typeof first === 'object' && first !== null) return (first as { host?: string }).host ?? null
  return typeof args[1] === 'string' ? args[1] : null
}
