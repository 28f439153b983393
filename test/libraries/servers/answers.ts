import { connect } from 'node:net'

/** What a client says first, and how the answer of a server that serves begins. */
export interface Question {
  /** @default nothing: the server speaks first */
  readonly say?: Buffer | string
  readonly isReady: (answer: Buffer) => boolean
}

const WITHIN_MS = 2_000

/** Whether the server on that port gives the answer of one that serves. */
export function answersOn(port: number, { say, isReady }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    const answer = (is: boolean) => {
      resolve(is)
      socket.destroy()
    }
    socket.setTimeout(WITHIN_MS, () => answer(false))
    socket.once('connect', () => say !== undefined && socket.write(say))
    socket.once('data', (data) => answer(isReady(data)))
    socket.once('error', () => answer(false))
    socket.once('close', () => answer(false))
  })
}
