// Installs what `npm run test:libraries` needs of libraries, in each of its folders, from their lock
// files.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../test/libraries', import.meta.url))
for (const part of ['.', 'ai', 'gen-ai', 'graphql16', 'mcp', 'mongodb', 'queues', 'redis']) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--prefix', `${folder}/${part}`], { stdio: 'inherit' })
}
