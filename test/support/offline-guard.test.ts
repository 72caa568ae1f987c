import net from 'node:net'
import { expect, it } from 'vitest'

it('a connection to another machine is refused before it is made', () => {
  expect(() => net.connect({ host: '192.0.2.1', port: 80 })).toThrow(/only loopback/)
  expect(() => net.connect(80, '192.0.2.1')).toThrow(/only loopback/)
})
