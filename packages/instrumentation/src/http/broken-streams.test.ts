import { spawnSync } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { PassThrough, pipeline, Readable, Writable } from 'node:stream'
import { SpanStatusCode } from '@opentelemetry/api'
import { listen, startTracing } from '../fixtures/span-collector'
import { HttpInstrumentation } from './index'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const tracing = startTracing()
const instrumentation = new HttpInstrumentation({ client: false })
const server = http.createServer((request, response) => handler(request, response))
let handler: Handler
let port: number

beforeAll(async () => {
  port = await listen(server)
})

beforeEach(() => tracing.reset())

afterAll(() => {
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

/** A source that fails once the client has its first part. */
function failing(part = 'first part') {
  return Readable.from(
    (async function* () {
      yield part
      await reachedClient
      throw new RangeError('the source broke')
    })(),
  )
}

let reachedClient: Promise<unknown>

/** Sends a request, and reads until the response ends or breaks off. */
async function ask(): Promise<number | undefined> {
  let reached = () => {}
  reachedClient = new Promise<void>((resolve) => {
    reached = resolve
  })
  const request = http.get({ port, host: '127.0.0.1', agent: false })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.on('data', reached).on('error', noop)
  await new Promise((resolve) => response.on('close', resolve))
  return response.statusCode
}

const noop = () => {}
const BROKEN: [how: string, handler: Handler][] = [
  ['pipeline()', (_request, response) => void pipeline(failing(), response, noop)],
  ['pipeline() of a generator', (_request, response) => void pipeline(failing().iterator(), response, noop)],
  [
    'pipeline() through a transform',
    (_request, response) => void pipeline(failing(), new PassThrough(), response, noop),
  ],
  [
    'pipe() and destroy()',
    (_request, response) => {
      failing()
        .on('error', () => response.destroy())
        .pipe(response)
    },
  ],
  [
    'pipe() and the destruction of the socket',
    (_request, response) => {
      failing()
        .on('error', () => response.socket?.destroy())
        .pipe(response)
    },
  ],
  [
    'a web stream piped to the response',
    (_request, response) => {
      Readable.toWeb(failing()).pipeTo(Writable.toWeb(response)).catch(noop)
    },
  ],
  [
    'a loop',
    async (_request, response) => {
      try {
        for await (const part of failing()) response.write(part)
      } catch (error) {
        response.destroy(error as Error)
      }
    },
  ],
]

test.each(BROKEN)(
  'a source that breaks half-way, by %s, is an error with the status that was sent',
  async (_, broken) => {
    handler = broken
    expect(await ask()).toBe(200)
    const { attributes, events, status } = await tracing.server()
    expect(attributes['http.response.status_code']).toBe(200)
    expect(attributes['error.type']).toBe('RangeError')
    expect(status).toEqual({ code: SpanStatusCode.ERROR, message: 'the source broke' })
    expect(events.map((event) => event.attributes?.['exception.message'])).toEqual(['the source broke'])
  },
)

test('a source that breaks after which the app still ends the answer is no error', async () => {
  handler = (_request, response) => {
    failing()
      .on('error', () => response.end('made good'))
      .pipe(response)
  }
  expect(await ask()).toBe(200)
  expect(await tracing.server()).toMatchObject({ status: { code: SpanStatusCode.UNSET }, events: [] })
})

test.each<[how: string, handler: Handler]>([
  ['pipeline()', (_request, response) => void pipeline(endless(), response, noop)],
  [
    'its own hand, when the request is aborted',
    (request, response) => {
      const source = endless().on('error', noop)
      request.on('aborted', () => source.destroy(new Error('client gone')))
      source.pipe(response)
    },
  ],
  [
    'its own hand, when the response closes',
    (_request, response) => {
      const source = endless().on('error', noop)
      response.on('close', () => source.destroy(new Error('client gone')))
      source.pipe(response)
    },
  ],
])('a client that goes away is no error, though the app destroys its source by %s', async (_, endlessly) => {
  const arrival = new EventEmitter()
  handler = endlessly
  const request = http.get({ port, host: '127.0.0.1', agent: false }, (response) =>
    response.once('data', () => arrival.emit('part')),
  )
  request.on('error', noop)
  await once(arrival, 'part')
  request.destroy()
  const span = await tracing.server()
  expect(span.attributes['http.response.status_code']).toBe(200)
  expect(span).toMatchObject({ status: { code: SpanStatusCode.UNSET }, events: [] })
})

test('a process dies of the error of a source that nobody listens to, as without us', () => {
  const script = join(__dirname, 'fixtures/unheard-source.cjs')
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('RangeError: nobody heard of it')
})

function endless() {
  return new Readable({
    read() {
      setImmediate(() => this.push('part'))
    },
  })
}
