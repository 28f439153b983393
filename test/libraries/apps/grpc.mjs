import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { context, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('app')
const work = (name) => tracer.startSpan(name).end()
const within = (name, run) => tracer.startActiveSpan(name, (span) => Promise.resolve(run()).finally(() => span.end()))

const method = (name, requestStream, responseStream) => ({
  path: `/cats.Cats/${name}`,
  requestStream,
  responseStream,
  requestSerialize: (value) => Buffer.from(JSON.stringify(value)),
  requestDeserialize: (bytes) => JSON.parse(bytes),
  responseSerialize: (value) => Buffer.from(JSON.stringify(value)),
  responseDeserialize: (bytes) => JSON.parse(bytes),
})
const SERVICE = {
  Unary: method('Unary', false, false),
  ClientStream: method('ClientStream', true, false),
  ServerStream: method('ServerStream', false, true),
  Bidi: method('Bidi', true, true),
  Missing: method('Missing', false, false),
}
const EXPORT = {
  ...method('Export', false, false),
  path: '/opentelemetry.proto.collector.trace.v1.TraceService/Export',
}

export async function run(loaded, name) {
  const grpc = loaded.default ?? loaded
  const { Metadata, Server, ServerCredentials, credentials, makeGenericClientConstructor, status } = grpc
  const seen = []

  const server = new Server()
  server.addService(SERVICE, {
    async Unary({ request, metadata }, respond) {
      seen.push(metadata.get('mine')[0] ?? null)
      if (request === 'throws') throw new Error('rejected, and never answered')
      if (request === 'missing') return respond({ code: status.NOT_FOUND, details: 'no cat' })
      if (request === 'broken') return respond(new TypeError('no cat at all'))
      if (request === 'slow') await sleep(300)
      await sleep(request === 'a' ? 20 : 5)
      work(`handler ${request}`)
      respond(null, `hello ${request}`)
    },
    ClientStream(call, respond) {
      const all = []
      call.on('data', (message) => {
        work(`message ${message}`)
        all.push(message)
      })
      call.on('end', () => respond(null, all))
    },
    ServerStream(call) {
      work('handler')
      if (call.request === 'broken') return call.emit('error', { code: status.DATA_LOSS, details: 'lost' })
      call.write(1)
      call.write(2)
      if (call.request !== 'endless') call.end()
    },
    Bidi(call) {
      call.on('data', (message) => {
        work(`message ${message}`)
        call.write(message)
      })
      call.on('end', () => call.end())
    },
  })
  server.register(
    EXPORT.path,
    (_call, respond) => respond(null, 1),
    EXPORT.responseSerialize,
    EXPORT.requestDeserialize,
    'unary',
  )
  const port = await promisify(server.bindAsync).call(server, '127.0.0.1:0', ServerCredentials.createInsecure())
  const Client = makeGenericClientConstructor({ ...SERVICE, Export: EXPORT }, 'Cats')
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure())

  const unary = (request, ...more) =>
    new Promise((resolve) =>
      client.Unary(request, ...more, (error, value) => {
        work('callback')
        resolve(error ? status[error.code] : value)
      }),
    )
  const received = async (call) => {
    const all = []
    call.on('data', (message) => {
      work(`received ${message}`)
      all.push(message)
    })
    const [end] = await Promise.race([
      once(call, 'end'),
      new Promise((resolve) => call.once('error', (error) => resolve([error]))),
    ])
    return end ? status[end.code] : all
  }

  const cases = {
    unary: () => within('request', () => unary('Tom')),
    clientStream: () =>
      within(
        'request',
        () =>
          new Promise((resolve) => {
            const call = client.ClientStream((_error, value) => resolve(value))
            call.write(1)
            call.end(2)
          }),
      ),
    serverStream: () => within('request', () => received(client.ServerStream('Tom'))),
    bidi: () =>
      within('request', () => {
        const call = client.Bidi()
        call.write(1)
        call.end(2)
        return received(call)
      }),
    concurrent: () => Promise.all([within('a', () => unary('a')), within('b', () => unary('b'))]),
    missing: () => unary('missing'),
    broken: () => unary('broken'),
    unimplemented: () =>
      promisify(client.Missing)
        .call(client, 1)
        .catch(({ code }) => status[code]),
    brokenStream: () => received(client.ServerStream('broken')),
    deadline: () => unary('slow', new Metadata(), { deadline: Date.now() + 100 }),
    neverAnswered() {
      process.once('unhandledRejection', () => {})
      return unary('throws', new Metadata(), { deadline: Date.now() + 100 })
    },
    async cancelled() {
      const call = client.ServerStream('endless')
      await once(call, 'data')
      const failed = once(call, 'error').catch((error) => error)
      call.cancel()
      call.on('error', () => {})
      await failed
      return 'cancelled'
    },
    async unavailable() {
      server.forceShutdown()
      await sleep(20)
      return unary('Tom')
    },
    async metadata() {
      const metadata = new Metadata()
      metadata.set('mine', 'yes')
      await unary('Tom', metadata)
      return [seen, Object.keys(metadata.getMap())]
    },
    wrong() {
      try {
        client.Unary('Tom')
      } catch ({ message }) {
        return message
      }
    },
    suppressed() {
      const key = Symbol.for('OpenTelemetry SDK Context Key SUPPRESS_TRACING')
      return context.with(context.active().setValue(key, true), () => unary('Tom'))
    },
    exporter: () => promisify(client.Export).call(client, 1),
  }
  const result = await cases[name]()
  await sleep(50)
  client.close()
  server.forceShutdown()
  console.log(JSON.stringify(result))
}
