import { programOf } from './installed'
import { quietPort } from './ports'
import { HOST, type Server, startServer } from './server'

/** FerretDB, which speaks MongoDB's protocol, with its data in SQLite. */
export const startFerretDb = (): Promise<Server> =>
  startServer('ferretdb', async (folder) => {
    const port = await quietPort()
    return {
      name: 'ferretdb',
      command: programOf('ferretdb'),
      args: [
        '--handler=sqlite',
        `--sqlite-url=file:${folder}/`,
        `--state-dir=${folder}`,
        `--listen-addr=${HOST}:${port}`,
        '--debug-addr=-',
        '--telemetry=disable',
      ],
      port,
      question: { say: hello(), isReady: (answer) => answer.readInt32LE(12) === OP_MSG },
    }
  })

const OP_MSG = 2013

/** An OP_MSG with `{ hello: 1, $db: 'admin' }`. */
function hello(): Buffer {
  const elements = Buffer.from('\x10hello\0\x01\0\0\0\x02$db\0\x06\0\0\0admin\0\0', 'latin1')
  const message = Buffer.alloc(16 + 5 + 4)
  message.writeInt32LE(message.length + elements.length)
  message.writeInt32LE(1, 4)
  message.writeInt32LE(OP_MSG, 12)
  message.writeInt32LE(4 + elements.length, 21)
  return Buffer.concat([message, elements])
}
