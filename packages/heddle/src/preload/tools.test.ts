import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isTool } from './tools'

const NODE_OPTIONS = '--import heddle/register'
const asked = (script: string | undefined, env: NodeJS.ProcessEnv = { NODE_OPTIONS }, execArgv: string[] = []) =>
  isTool({ argv: ['node', ...(script === undefined ? [] : script.split(/ (?=build|start)/))], execArgv, env })

test.each([
  '/usr/lib/node_modules/npm/bin/npm-cli.js',
  '/usr/share/nodejs/npm/bin/npx-cli.js',
  '/root/.volta/tools/image/npm/10.1.0/bin/npm-cli.js',
  'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js',
  '/usr/lib/node_modules/corepack/dist/pnpm.js',
  '/root/.cache/node/corepack/v1/yarn/4.1.0/yarn.js',
  '/app/.yarn/releases/yarn-4.18.1.cjs',
  '/app/node_modules/.pnpm/typescript@5.9.2/node_modules/typescript/bin/tsc',
  '/app/node_modules/@biomejs/biome/bin/biome',
  '/usr/lib/node_modules/pm2/lib/Daemon.js',
  '/app/node_modules/npm/node_modules/node-gyp/bin/node-gyp.js',
  '/app/node_modules/next/dist/bin/next build',
  '/app/node_modules/next/dist/compiled/jest-worker/processChild.js',
])('%s is left alone', (script) => {
  expect(asked(script)).toBe(true)
})

test.each([
  undefined,
  '/app/server.js',
  '/app/node_modules/next/dist/bin/next',
  '/app/node_modules/next/dist/bin/next start',
  '/app/node_modules/jest/bin/jest.js',
  '/app/node_modules/ts-node/dist/bin.js',
  '/app/node_modules/@acme/npm/bin/server.js',
  '/app/npm/server.js',
  '/usr/lib/node_modules/pm2/lib/ProcessContainer.js',
  '/usr/lib/node_modules/pm2/lib/ProcessContainerFork.js',
])('%s is an app', (script) => {
  expect(asked(script)).toBe(false)
})

test('a tool is known through the link that it was started by', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-tools-'))
  const [file, link] = ['webpack/bin/webpack.js', '.bin/webpack'].map((path) => join(folder, 'node_modules', path)) as [
    string,
    string,
  ]
  for (const path of [file, link]) mkdirSync(dirname(path), { recursive: true })
  writeFileSync(file, '')
  symlinkSync(file, link)
  expect(asked(link)).toBe(true)
  rmSync(folder, { recursive: true })
})

test('a tool is traced when that is asked of it', () => {
  const webpack = '/app/node_modules/webpack/bin/webpack.js'
  expect(asked(webpack, { NODE_OPTIONS, HEDDLE_TOOLS: 'true' })).toBe(false)
  expect(asked(webpack, {}, ['--import', 'heddle/register'])).toBe(false)
  expect(asked(webpack, { NODE_OPTIONS: '--max-old-space-size=4096' })).toBe(false)
})

test.each([
  [['--watch', '--import', 'heddle/register'], {}, true],
  [['--watch-path=src'], {}, true],
  [['--import', 'heddle/register'], { WATCH_REPORT_DEPENDENCIES: '1' }, false],
  [['--test'], {}, true],
  [['--test', '--test-isolation=none'], {}, false],
  [['--test', '--experimental-test-isolation', 'none'], {}, false],
  [['--test'], { NODE_TEST_CONTEXT: 'child-v8' }, false],
])('of node %p with %p', (execArgv, env, isLeftAlone) => {
  expect(asked('/app/server.js', env, execArgv)).toBe(isLeftAlone)
})
