import { type FileHandle, open, realpath } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ExpectedError } from '../../store/model/expected-error.ts'
import { fileMediaType } from './file-media-type.ts'
import { placeInFolder } from './folder-path.ts'

/** A folder served on loopback. */
export interface FolderServer {
  port: number
  close(): Promise<void>
}

/** Says in an answer why there is none; only the fetch layer reads it. */
export const refusalHeader = 'x-mingjing-refusal'

/**
 * Serves the files of a folder on a free loopback port until `close`: no listing, no way out, no dates.
 * @throws ExpectedError when there is no such folder.
 */
export async function serveFolder(folder: string): Promise<FolderServer> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new ExpectedError('operator', 'folder/missing', `找不到資料夾：${folder}`, { file: folder }, cause)
  })
  const server = createServer({ keepAlive: true }, (request, response) => {
    answer(root, request.url ?? '/', response).catch((error: Error) => response.destroy(error))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(root: string, target: string, response: ServerResponse): Promise<void> {
  response.sendDate = false
  const place = await placeInFolder(root, target)
  if (place.kind === 'file') {
    await sendFile(place.path, response)
    return
  }
  if (place.kind === 'needs-slash') response.writeHead(301, { location: target.replace(/(?=\?)|$/, '/') })
  else response.writeHead(404, place.kind === 'escapes' ? { [refusalHeader]: 'escapes-folder' } : {})
  response.end()
}

async function sendFile(path: string, response: ServerResponse): Promise<void> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    response.writeHead(200, {
      'content-type': fileMediaType(basename(path), await headOf(file)),
      'content-length': size,
    })
    await pipeline(file.createReadStream({ start: 0, autoClose: false }), response)
  } finally {
    await file.close()
  }
}

async function headOf(file: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
  return buffer.subarray(0, bytesRead)
}
