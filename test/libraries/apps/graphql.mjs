import { setTimeout as sleep } from 'node:timers/promises'
import { context, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('app')
const work = (name) => tracer.startSpan(name).end()
const within = (name, run) => tracer.startActiveSpan(name, (span) => Promise.resolve(run()).finally(() => span.end()))

export async function run(graphql, name) {
  const { buildSchema, execute, executeSync, parse, subscribe } = graphql
  const schema = buildSchema(`
    type Query { cat(name: String): String, slow(name: String): String, fails: String }
    type Mutation { feed: String }
    type Subscription { cats: String }
  `)
  const rootValue = {
    cat({ name }) {
      work(`resolver ${name}`)
      return name
    },
    async slow({ name }) {
      await sleep(name === 'a' ? 20 : 5)
      work(`resolver ${name}`)
      return name
    },
    fails() {
      throw new TypeError('no cat')
    },
    feed: () => 'fed',
    async *cats() {
      yield { cats: 'Tom' }
      yield { cats: 'Felix' }
    },
  }
  const call = (source, more, by = execute) => by({ schema, document: parse(source), rootValue, ...more })

  const cases = {
    async graphql() {
      return within('request', () =>
        graphql.graphql({ schema, rootValue, source: 'query Cats { cat(name: "secret") }' }),
      )
    },
    async execute() {
      return within('request', () => call('mutation Feed { feed }'))
    },
    async sync() {
      const result = call('{ cat(name: "Tom") }', {}, executeSync)
      return { ...result, isPromise: 'then' in call('{ cat(name: "Tom") }') }
    },
    async concurrent() {
      const one = (name) =>
        within(name, () => call('query Slow($name: String) { slow(name: $name) }', { variableValues: { name } }))
      return Promise.all([one('a'), one('b')])
    },
    async fails() {
      return within('request', () => call('query Fails { fails }'))
    },
    async ambiguous() {
      return call('query A { cat } query B { cat }')
    },
    async named() {
      return call('query A { cat(name: "a") } query B { cat(name: "b") }', { operationName: 'B' })
    },
    async throws() {
      try {
        await call('{ cat }', { schema: undefined })
      } catch (error) {
        return error.message
      }
    },
    async subscription() {
      const events = await within('request', () => call('subscription Cats { cats }', {}, subscribe))
      const seen = []
      for await (const { data } of events) seen.push(data.cats)
      return seen
    },
    async suppressed() {
      const key = Symbol.for('OpenTelemetry SDK Context Key SUPPRESS_TRACING')
      return context.with(context.active().setValue(key, true), () => call('{ cat(name: "Tom") }'))
    },
  }
  console.log(JSON.stringify(await cases[name]()))
}
