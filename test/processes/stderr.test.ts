import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, constants, openSync } from 'node:fs'
import { join } from 'node:path'
import { killServices, startService } from '../support/service'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

const LOUD_APP = join(__dirname, '../fixtures', 'loud-app.mjs')
const TARGET = {
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
  OTEL_TRACES_EXPORTER: 'none',
  OTEL_LOGS_EXPORTER: 'none',
}
const REQUESTS = 150

const children: ChildProcess[] = []
afterEach(() => {
  killServices()
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

test('calls that are ignored are said once by kind, and counted at the end, however many requests make them', async () => {
  // A log record that nobody wants is not made, and its attributes are not looked at.
  const service = await startService('loud-app.mjs', { env: { ...TARGET, OTEL_LOGS_EXPORTER: 'console' } })
  for (let i = 0; i < REQUESTS; i++) await (await fetch(service.url)).text()
  const during = linesOf(service.stderr())
  await service.stop()
  const atEnd = linesOf(service.stderr()).slice(during.length)

  expect(during.filter((line) => /has ended/.test(line))).toHaveLength(1)
  expect(during.filter((line) => /the span attribute/.test(line))).toHaveLength(1)
  expect(during.filter((line) => /the log attribute/.test(line))).toHaveLength(1)
  expect(during.filter((line) => /a library warns of request 1$/.test(line))).toHaveLength(1)
  expect(during.filter((line) => /a library fails: at request 1$/.test(line))).toHaveLength(1)
  expect(during.length).toBeLessThan(12)
  expect(atEnd).toEqual([
    expect.stringMatching(/ignored: .*\b750 calls on spans that have ended\b/),
    expect.stringMatching(/said once and then counted: .*\b149 more of "warn: a library warns of request 1"/),
  ])
})

/** A shell, Docker and systemd give a pipe; a parent in Node, PM2 and journald give a socket. */
describe.each(['pipe', 'socket'] as const)('a %s in the place of stderr that nobody reads', (kind) => {
  const directory = useTemporaryDirectory('stderr')

  test('does not stop the app, nor its end', async () => {
    const stderr = kind === 'pipe' ? openPipe(join(directory.path, 'stderr')) : 'pipe'
    const child = fork(LOUD_APP, {
      execArgv: ['--import', 'heddle/register'],
      env: { ...process.env, ...TARGET, OTEL_LOG_LEVEL: 'debug', HEDDLE_SPOOL: 'false' },
      stdio: ['ignore', 'ignore', stderr, 'ipc'],
    })
    children.push(child)
    // Nobody reads the socket: Node stops reading ahead once its own buffer is full.
    child.stderr?.pause()
    const [{ port }] = (await once(child, 'message')) as [{ port: number }]
    expect(await (await fetch(`http://127.0.0.1:${port}/talk`)).text()).toBe('1')
    expect(await (await fetch(`http://127.0.0.1:${port}/talk`)).text()).toBe('2')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
    if (typeof stderr === 'number') closeSync(stderr)
  })
})

/** A named pipe, opened for both ends, so that it is never without a reader and never read. */
function openPipe(path: string): number {
  execFileSync('mkfifo', [path])
  return openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
}

function linesOf(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line !== '')
}
