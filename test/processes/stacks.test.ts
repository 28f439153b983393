import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

type Stacks = Readonly<Record<string, readonly string[]>>

/** The stacks of errors that are made in many places of a program, without Heddle or with it. */
async function stacks(traced: boolean): Promise<Stacks> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...(traced ? ['--require', 'heddle/register'] : []), 'stacks.cjs'],
    {
      cwd: join(__dirname, '../fixtures'),
      env: {
        PATH: process.env['PATH'],
        ...(traced && { TRACED: '1', OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' }),
      },
      timeout: 60_000,
    },
  )
  return JSON.parse(stdout)
}

/** Files of ours, the bundled API among them. */
const isOurs = (frame: string) => /[/\\]packages[/\\][\w-]+[/\\]dist[/\\]/.test(frame)
/**
 * In a process that uses `AsyncLocalStorage`, Node puts `callbackTrampoline` below everything;
 * Fastify runs hooks, such as ours, by `lib/hooks`.
 */
const isMachinery = (frame: string) => /callbackTrampoline|fastify4?[/\\]lib[/\\]hooks/.test(frame)

let bare: Stacks
let traced: Stacks
beforeAll(async () => {
  ;[bare, traced] = await Promise.all([stacks(false), stacks(true)])
}, 120_000)

/**
 * How many of the frames are ours: in the whole stack, and among the first ten, which are all that
 * Node keeps by default. In an http server three stand below the server's own `emit`, where none of
 * the app's are: `emit`, `context.with`, the context manager.
 */
test.each<[place: string, ours: number, amongTen: number]>([
  ['top level of a module', 0, 0],
  ['top level of a module that a module loads', 0, 0],
  ['http handler', 3, 3],
  ['listener of an event of the app', 4, 4],
  ['finish listener', 1, 1],
  ['close listener', 1, 1],
  ['client: response listener', 1, 1],
  ['client: end listener', 1, 1],
  ['agent of a request by http.request', 1, 1],
  ['agent of a request by http.get', 1, 1],
  ['agent of a request with headers in a list', 1, 1],
  // One for each middleware, one for each handler of a route, one for each router.
  ['express4 middleware', 7, 1],
  ['express4 handler', 8, 1],
  ['express4 handler in a router', 10, 1],
  ['express4 error handler', 9, 1],
  ['express middleware', 5, 2],
  ['express handler', 6, 1],
  ['express handler in a router', 8, 1],
  ['express error handler', 7, 1],
  // The hook that names the route, and two for each hook of the app that calls `done`; one of the
  // two stands only below what runs after that hook.
  ['fastify4 hook', 5, 1],
  ['fastify4 handler', 6, 2],
  ['fastify hook', 5, 1],
  ['fastify handler', 6, 2],
  ['mixin of pino', 0, 0],
  ['destination of pino', 0, 0],
  ['startActiveSpan', 1, 1],
  ['heddle.span', 1, 1],
])('an error made in the %s has %i frames of ours in its stack, %i among its first ten', (place, ours, amongTen) => {
  const frames = traced[place]!
  expect([frames.filter(isOurs).length, frames.slice(0, 10).filter(isOurs).length]).toEqual([ours, amongTen])
})

test('all other frames are those that there are without Heddle, in the same order', () => {
  // Without Heddle the first three call another API, a no-op. Our frame replaces the frame of
  // Node's own `get`.
  const differs = (place: string) => /^(startActiveSpan|heddle.span|context.with|agent .* http.get)$/.test(place)
  // V8 adds a name where a method is called by another one than its function has, and since Node 24
  // finds none behind a getter.
  const named = (frame: string) =>
    frame
      .replace(/ \[as \w+\]/, '')
      .replace(
        'Module.<anonymous> (node:internal/modules/cjs/loader',
        'Module._compile (node:internal/modules/cjs/loader',
      )
  // For who listens to its channel, as we do, pino makes a line through Node's.
  const others = Object.keys(bare).filter((place) => !differs(place) && place !== 'serializer of pino')
  expect(Object.keys(traced).sort()).toEqual(Object.keys(bare).sort())
  const without = (place: string) => traced[place]!.filter((frame) => !isOurs(frame) && !isMachinery(frame)).map(named)
  const rests = others.map((place) => [place, without(place)])
  expect(rests).toEqual(others.map((place) => [place, bare[place]!.filter((frame) => !isMachinery(frame)).map(named)]))
})

test("OpenTelemetry's context.with has one frame of ours, beside the API's own", () => {
  const frames = traced['context.with']!
  const first = frames.findIndex(isOurs)
  expect(frames.filter(isOurs)).toHaveLength(1)
  expect(frames[first]).toContain('ThrowSiteContextManager.with')
  expect(frames[first + 1]).toContain('ContextAPI.with')
})
