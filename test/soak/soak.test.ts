import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** By far longer than a short soak takes, the draining included. */
const TIMEOUT_MS = 200_000

async function soak(...args: string[]) {
  const child = spawn(process.execPath, [join(__dirname, 'soak.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}

test('processes that are killed, crash and restart lose nothing but what SIGKILL takes from memory, whatever the collector does', async () => {
  const { code, output } = await soak('--short')
  // The figures, and the seed, are for whoever reads the log.
  process.stdout.write(output)
  expect(output).toContain('every ledger agrees')
  expect(code).toBe(0)
})

test('an option that cannot be used is said at once', async () => {
  const { code, output } = await soak('--minutes', 'some')
  expect({ code, output }).toEqual({
    code: 1,
    output: 'soak: --minutes: read "some", allowed: a number above 0\n',
  })
})
