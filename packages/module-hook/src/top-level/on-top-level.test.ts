import { execFile } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'heddle top level-')))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Jest has its own module loader, so each case runs in a child process. */
async function run(name: string): Promise<unknown[]> {
  const fixture = join(__dirname, '../fixtures/top-level.cjs')
  const { stdout } = await promisify(execFile)(process.execPath, [fixture, name, folder], { timeout: 20_000 })
  return JSON.parse(stdout)
}

const HOOKED = ['hooked another word', '3.2.1', 'undefined']

test.each([
  ['a CommonJS file that is required', 'commonJs'],
  ['an ES module', 'esModule'],
  ['an ES module of a package of those', 'esModuleByPackage'],
  ['a bundle that ran before', 'bundled'],
  ['a bundle that ran before, asked by another than the first', 'bundledAndAskedForAgain'],
])(
  '%s hands over what it has declared, exported or not, and its functions are replaced for itself too',
  async (_, name) => {
    expect(await run(name)).toEqual(HOOKED)
  },
)

test('of a file that is loaded already there are the exports', async () => {
  expect(await run('loaded')).toEqual(['hooked', '3.2.1', 'undefined'])
})

test.each(['exports', 'earlierExports'])('a bundled CommonJS file hands over its exports: %s', async (name) => {
  expect(await run(name)).toEqual(['hello hooked', '3.2.1', ''])
})

test.each(['nobody', 'ended', 'another'])('where nobody asks for it the file does what it did: %s', async (name) => {
  expect(await run(name)).toEqual(['hello word'])
})
