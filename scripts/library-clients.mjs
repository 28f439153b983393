// Installs what `npm run test:libraries` needs of libraries, in each of its folders, from their lock
// files. Three at a time: npm waits for the network and for the disk.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const AT_A_TIME = 3
const parts = [
  '.',
  'aws',
  'aws/older',
  'contrib',
  'gen-ai',
  'graphql16',
  'market',
  'mcp',
  'mongodb',
  'nats',
  'queues',
  'redis',
]

const folder = fileURLToPath(new URL('../test/libraries', import.meta.url))
await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--loglevel=error', '--prefix', `${folder}/${part}`])
    }
  }),
)
