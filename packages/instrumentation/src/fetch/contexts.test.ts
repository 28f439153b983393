import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const fixture = (name: string) => path.join(__dirname, 'fixtures', name)

/** The output of a fixture, with a stock SDK and the built package preloaded. */
async function run(name: string, ...flags: string[]): Promise<unknown> {
  const args = [...flags, '--require', fixture('tracing.cjs'), fixture(name)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 })
  return JSON.parse(stdout)
}

type Result = { readonly lines: number; readonly foreign: readonly string[]; readonly strangers: number }

test('everything that comes of a request is in the context of its caller, on whichever connection, in whichever way it is sent', async () => {
  const results = (await run('reused-connections.cjs')) as Record<string, Result>
  expect(Object.keys(results)).toHaveLength(22)
  for (const [way, { lines, foreign, strangers }] of Object.entries(results)) {
    expect({ way, foreign, strangers }).toEqual({ way, foreign: [], strangers: 0 })
    expect(lines).toBeGreaterThanOrEqual(75)
  }
})

test('the span of a fetch whose response nobody reads ends without an error, when the response had come and not when it is collected', async () => {
  const spans = (await run('unread.cjs', '--expose-gc')) as { path: string; endsAfterAnswerMs: number }[]
  const told = { status: 200, isError: false, endsAfterAnswerMs: expect.any(Number) }
  expect(spans).toHaveLength(2)
  expect(spans).toEqual(
    expect.arrayContaining([
      { path: '/large', ...told },
      { path: '/small', ...told },
    ]),
  )
  for (const { endsAfterAnswerMs } of spans) expect(endsAfterAnswerMs).toBeLessThan(500)
})
