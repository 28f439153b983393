import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Jest has its own module loader, so each case runs in a child process. */
async function run(name: string): Promise<unknown[]> {
  const fixture = join(__dirname, 'fixtures/module-hook.cjs')
  const { stdout } = await promisify(execFile)(process.execPath, [fixture, name], { timeout: 20_000 })
  return JSON.parse(stdout)
}

test('a required file is replaced, with its package told, and not that of another package', async () => {
  expect(await run('required')).toEqual(['hooked', 'hello from another package', '1.2.3', true])
})

test('an imported file is replaced, its named exports too', async () => {
  expect(await run('imported')).toEqual(['hooked', 'hooked'])
})

test('the exports of a file that is loaded already can be changed', async () => {
  expect(await run('loaded')).toEqual(['changed'])
})

test('an error is logged, and the app has the file as it was', async () => {
  expect(await run('failing')).toEqual(['hello', 'sample@1.2.3 is not instrumented: hooking lib/part.js failed'])
})

test('a subscription that ended hooks nothing, and with the last one the loader is as it was', async () => {
  expect(await run('ended')).toEqual(['hello', 'second', true])
})

test('a patch of someone else that came after is left in place, and hooking works again later', async () => {
  expect(await run('patchedOver')).toEqual(['hello', true, 'hooked again', 2])
})

test('the require hooks of others see what is imported of the packages that are named, and of no other', async () => {
  expect(await run('shown')).toEqual(['seen hello', 'hello from another package', true])
})
