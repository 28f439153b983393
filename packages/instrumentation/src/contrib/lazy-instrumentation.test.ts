import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const FILES: Readonly<Record<string, string>> = {
  'node_modules/lib/package.json': '{ "name": "lib", "version": "1.0.0", "main": "index.js" }',
  'node_modules/lib/index.js': `
    const { Part } = require('./lib/part.js')
    exports.greet = () => 'hello'
    exports.Part = Part`,
  'node_modules/lib/lib/part.js': 'exports.Part = class { answer() { return 42 } }',
  'use.cjs': `
    const lib = require('lib')
    const plain = Object.getPrototypeOf(lib) === Object.prototype
    globalThis.seen = { greet: lib.greet(), answer: new lib.Part().answer(), plain }`,
  'use.mjs': `
    import lib, { Part } from 'lib'
    const plain = Object.getPrototypeOf(lib) === Object.prototype
    globalThis.seen = { greet: lib.greet(), answer: new Part().answer(), plain }`,
  'unused.cjs': '',
}

const folder = mkdtempSync(join(tmpdir(), 'heddle-lazy-'))
const TRACED = { greet: 'traced hello', answer: 'traced 42', plain: true }

beforeAll(() => {
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(script: string, load = ''): unknown {
  const preload = join(__dirname, '../fixtures/lazy-preload.cjs')
  const env = { PATH: process.env['PATH'], LOAD: load, NODE_PATH: join(folder, 'node_modules') }
  const { stdout, stderr } = spawnSync(process.execPath, ['--require', preload, join(folder, script)], {
    env,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

test.each(['use.cjs', 'use.mjs'])(
  '%s: the instrumentation is loaded once, in time for every file of its library',
  (script) => {
    expect(run(script)).toEqual({ ...TRACED, loads: 1 })
  },
)

test('an app that never loads the library never loads its instrumentation', () => {
  expect(run('unused.cjs')).toEqual({ loads: 0 })
})

test('a library that was loaded before is instrumented in place', () => {
  expect(run('use.cjs', 'late')).toEqual({ ...TRACED, loads: 1 })
})

test.each(['throws', 'returns nothing'])('a load that %s leaves the library as it is', (load) => {
  expect(run('use.cjs', load)).toEqual({ greet: 'hello', answer: 42, plain: true, loads: 1 })
})

test('once unregistered it waits no longer', () => {
  expect(run('use.mjs', 'unregistered')).toEqual({ greet: 'hello', answer: 42, plain: true, loads: 0 })
})
