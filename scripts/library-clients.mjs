// Installs what `npm run test:libraries` needs of libraries, in each of its folders that has a lock
// file. Three at a time: npm waits for the network and for the disk.
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const AT_A_TIME = 3
const parts = lockedFolders(fileURLToPath(new URL('../test/libraries', import.meta.url)))

await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--loglevel=error', '--prefix', part])
    }
  }),
)

function lockedFolders(folder) {
  const entries = readdirSync(folder, { withFileTypes: true })
  const below = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  return [
    ...(entries.some(({ name }) => name === 'package-lock.json') ? [folder] : []),
    ...below.flatMap(({ name }) => lockedFolders(join(folder, name))),
  ]
}
