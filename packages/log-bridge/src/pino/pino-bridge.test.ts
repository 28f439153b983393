import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type * as Api from '@opentelemetry/api'
import type * as Core from '@opentelemetry/core'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import type { pino } from 'pino'
import type { PinoBridgeOptions } from '.'

/** What a scenario gets in its own process. */
interface Host {
  readonly pino: typeof pino
  readonly stream: pino.DestinationStream
  readonly api: typeof Api
  readonly core: typeof Core
  readonly processors: LogRecordProcessor[]
}

interface Record {
  body: unknown
  attributes: { [key: string]: unknown }
  severityNumber: number
  severityText: string
  scope: string
  spanContext?: Api.SpanContext
  timeMs: number
}

interface Outcome {
  /** The lines without the bridge. */
  bare: string[]
  lines: string[]
  records: Record[]
  spanContext: Api.SpanContext
}

describe.each(['pino', 'pino9', 'pino8'])('%s', (packageName) => {
  let host: ChildProcess

  beforeAll(async () => {
    host = fork(join(__dirname, 'fixtures/pino-host.cjs'), [packageName], { execArgv: [] })
    await once(host, 'message')
  })
  afterAll(() => void host.kill())

  async function run(
    scenario: (host: Host) => void,
    options: PinoBridgeOptions = {},
    inSpan = false,
  ): Promise<Outcome> {
    const answered = once(host, 'message')
    host.send({ source: scenario.toString(), options, inSpan })
    const [outcome] = await answered
    if (outcome.failure) throw new Error(outcome.failure)
    if (!inSpan) expect(outcome.lines).toEqual(outcome.bare)
    return outcome
  }

  async function recordOf(scenario: (host: Host) => void): Promise<Record> {
    const { records } = await run(scenario)
    expect(records).toHaveLength(1)
    return records[0]!
  }

  describe('a line', () => {
    test('becomes a record with body, severity, attributes, scope and time', async () => {
      const record = await recordOf(({ pino, stream }) =>
        pino({ name: 'shop' }, stream).warn({ sku: 'a', left: 2 }, 'low'),
      )
      expect(record).toEqual({
        body: 'low',
        attributes: { sku: 'a', left: 2 },
        severityNumber: 13,
        severityText: 'warn',
        scope: 'shop',
        timeMs: 1_700_000_000_000,
      })
    })

    test('of a logger without a name is of the scope pino, or of the one configured', async () => {
      const scenario = ({ pino, stream }: Host) => pino(stream).info('hello')
      expect((await run(scenario)).records[0]!.scope).toBe('pino')
      expect((await run(scenario, { loggerName: 'app' })).records[0]!.scope).toBe('app')
    })

    test('that is not written makes no record', async () => {
      const { records } = await run(({ pino, stream }) => pino({ level: 'error' }, stream).info('hello'))
      expect(records).toEqual([])
    })

    test('with a format string has the formatted body', async () => {
      expect(await recordOf(({ pino, stream }) => pino(stream).info('%s has %d', 'cart', 3))).toMatchObject({
        body: 'cart has 3',
        attributes: {},
      })
    })

    test('without a message has no body', async () => {
      const record = await recordOf(({ pino, stream }) => pino(stream).info({ a: 1 }))
      expect(record.attributes).toEqual({ a: 1 })
      expect(record).not.toHaveProperty('body')
    })

    test('has the nested values that pino writes', async () => {
      const record = await recordOf(({ pino, stream }) => {
        const cycle: { self?: unknown } = {}
        cycle.self = cycle
        pino(stream).info({
          when: new Date(0),
          nan: Number.NaN,
          none: null,
          gone: undefined,
          fn: () => 1,
          list: [1, { b: 2 }],
          cycle,
        })
      })
      const attributes = {
        when: '1970-01-01T00:00:00.000Z',
        nan: null,
        none: null,
        list: [1, { b: 2 }],
        cycle: { self: '[Circular]' },
      }
      expect(record.attributes).toEqual(attributes)
    })

    test('has the bindings of all ancestors of its logger', async () => {
      const record = await recordOf(({ pino, stream }) => {
        pino(stream).child({ tenant: 't', user: 'u1' }).child({ user: 'u2', name: 'cart' }).info({ a: 1 }, 'hello')
      })
      expect(record).toMatchObject({ attributes: { tenant: 't', user: 'u2', a: 1 }, scope: 'cart' })
    })

    test('has the bindings that were set last', async () => {
      const { records } = await run(({ pino, stream }) => {
        const log = pino(stream).child({ step: 1 })
        log.info('one')
        log.setBindings({ step: 2 })
        log.info('two')
      })
      expect(records.map(({ attributes }) => attributes)).toEqual([{ step: 1 }, { step: 2 }])
    })

    test('keeps base fields that are not those of the process', async () => {
      const record = await recordOf(({ pino, stream }) =>
        pino({ base: { pid: 0, region: 'eu' } }, stream).info('hello'),
      )
      expect(record.attributes).toEqual({ pid: 0, region: 'eu' })
    })

    test('has what a mixin adds', async () => {
      const record = await recordOf(({ pino, stream }) =>
        pino({ mixin: () => ({ mixed: true }) }, stream).info({ a: 1 }, 'hello'),
      )
      expect(record.attributes).toEqual({ mixed: true, a: 1 })
    })

    test('follows messageKey, nestedKey and crlf', async () => {
      const record = await recordOf(({ pino, stream }) => {
        pino({ messageKey: 'message', nestedKey: 'payload', crlf: true }, stream).info(
          { a: 1, err: new TypeError('x') },
          'hello',
        )
      })
      expect(record.body).toBe('hello')
      expect(record.attributes).toMatchObject({ payload: { a: 1 }, 'exception.type': 'TypeError' })
    })

    test('may have keys that could reach a prototype', async () => {
      const record = await recordOf(({ pino, stream }) =>
        pino(stream).info(JSON.parse('{"a":{"__proto__":{"x":1},"constructor":"Lotus"}}')),
      )
      expect(record.attributes).toEqual({ a: { '[constructor]': 'Lotus' } })
    })

    test('says the same in the record, whether it had to be read back or not', async () => {
      const { lines, records } = await run(({ pino, stream }) => {
        const texts = [
          '',
          'plain',
          'quo"ted',
          'back\\slash',
          'line\nbreak',
          'ü€😀',
          '\ud800',
          '\u2028',
          'x'.repeat(1_000),
        ]
        const values = [
          ...texts,
          0,
          -0,
          -1.5,
          1e21,
          Number.NaN,
          Infinity,
          true,
          false,
          null,
          undefined,
          () => 1,
          [1],
          { a: 1 },
        ]
        const options = { serializers: { serialized: () => 'other' }, redact: ['redacted'] }
        for (const log of [pino({}, stream), pino(options, stream), pino({ nestedKey: 'in' }, stream)]) {
          for (const value of values) {
            for (const key of ['key', 'quo"ted key', 'serialized', 'redacted', 'err', 'msg', 'level'])
              log.info({ [key]: value })
            log.child({ bound: value, other: 'text' }).info({ a: 1, key: value }, 'message')
          }
          for (const text of texts) log.info({ a: 1 }, text)
          log.info(
            Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true }, hidden: { value: 2 } }),
            'own',
          )
        }
      })
      expect(records).toHaveLength(lines.length)
      const read = lines.map((line) => {
        const { pid: _pid, hostname: _hostname, time: _time, msg, ...rest } = JSON.parse(line)
        return { body: msg, attributes: rest }
      })
      expect(records.map(({ body, attributes }) => ({ body, attributes: { level: 30, ...attributes } }))).toEqual(read)
    })

    test('too long to be read is the body', async () => {
      const record = await recordOf(({ pino, stream }) => pino(stream).info({ blob: 'x'.repeat(300_000) }, 'hello'))
      expect(record.attributes).toEqual({})
      expect(record.body).toMatch(/^\{"level":30,"time":1700000000000,.*x$/)
      expect(String(record.body)).toHaveLength(262_144)
    })

    test('is left alone when its serializer throws', async () => {
      const { records } = await run(({ pino, stream }) => {
        const log = pino(
          {
            serializers: {
              a: () => {
                throw new Error('bad serializer')
              },
            },
          },
          stream,
        )
        try {
          log.info({ a: 1 })
          stream.write('not thrown')
        } catch (error) {
          stream.write(String(error))
        }
        log.info('next')
      })
      expect(records.map(({ body }) => body)).toEqual(['next'])
    })

    test('logged by a serializer of another line is a record too', async () => {
      const { records } = await run(({ pino, stream }) => {
        const log: pino.Logger = pino({ serializers: { a: () => log.info('inner') } }, stream)
        log.info({ a: 1 }, 'outer')
      })
      expect(records.map(({ body }) => body)).toEqual(['inner', 'outer'])
    })
  })

  describe('an error', () => {
    test('becomes the exception, with its causes', async () => {
      const record = await recordOf(({ pino, stream }) =>
        pino(stream).error(new TypeError('no card', { cause: new Error('user left') })),
      )
      expect(record.attributes).toEqual({
        'exception.type': 'TypeError',
        'exception.message': expect.stringContaining('no card'),
        'exception.stacktrace': expect.stringMatching(/^TypeError: no card\n {4}at [\s\S]+Error: user left/),
      })
      expect(record.body).toBe('no card')
    })

    test('keeps its other properties under its key', async () => {
      const record = await recordOf(({ pino, stream }) => {
        pino({ errorKey: 'error' }, stream).error(
          { error: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), a: 1 },
          'failed',
        )
      })
      expect(record.attributes).toMatchObject({ error: { code: 'ECONNREFUSED' }, a: 1, 'exception.message': 'refused' })
    })

    test('that the app serializes its own way stays what the app made of it', async () => {
      const record = await recordOf(({ pino, stream }) =>
        pino({ serializers: { err: (e) => `E:${e.message}` } }, stream).error(new Error('x')),
      )
      expect(record.attributes).toEqual({ err: 'E:x' })
    })
  })

  describe('what pino hides', () => {
    test('by redaction is hidden in the record', async () => {
      const record = await recordOf(({ pino, stream }) => {
        const log = pino({ redact: ['password', 'user.card', '*.token', 'session'] }, stream)
        log
          .child({ session: 's3cret' })
          .info({ password: 's3cret', user: { card: 's3cret', id: 1 }, a: { token: 's3cret' } }, 'hello')
      })
      expect(JSON.stringify(record)).not.toContain('s3cret')
      expect(record.attributes).toMatchObject({
        password: '[Redacted]',
        user: { card: '[Redacted]', id: 1 },
        session: '[Redacted]',
      })
    })

    test('by removing redaction, serializers and formatters is not there', async () => {
      const { records } = await run(({ pino, stream }) => {
        pino({ redact: { paths: ['a'], remove: true } }, stream).info({ a: 's3cret', b: 1 })
        pino({ serializers: { a: () => 'serialized' } }, stream).info({ a: 's3cret' })
        pino({ formatters: { log: ({ a: _, ...rest }) => rest, bindings: () => ({ bound: 1 }) } }, stream).info({
          a: 's3cret',
          b: 1,
        })
      })
      expect(records.map(({ attributes }) => attributes)).toEqual([{ b: 1 }, { a: 'serialized' }, { bound: 1, b: 1 }])
    })

    test('by a streamWrite hook is hidden in the record', async () => {
      const record = await recordOf(({ pino, stream }) => {
        const hooks = { streamWrite: (line: string) => line.replaceAll('s3cret', '***') }
        pino({ hooks, name: 'shop' }, stream).child({ b: 's3cret' }).info({ a: 's3cret', name: 'Ann' }, 'a s3cret')
      })
      expect(record).toMatchObject({ body: 'a ***', attributes: { a: '***', b: '***', name: 'Ann' }, scope: 'shop' })
      expect(Object.keys(record.attributes).sort()).toEqual(['a', 'b', 'name'])
    })
  })

  describe('the severity', () => {
    test('is that of each level of pino', async () => {
      const { records } = await run(({ pino, stream }) => {
        const log = pino({ level: 'trace' }, stream)
        for (const level of ['trace', 'debug', 'info', 'warn', 'error'] as const) log[level](level)
        log.fatal('fatal')
      })
      expect(records.map(({ severityNumber }) => severityNumber)).toEqual([1, 5, 9, 13, 17, 21])
      expect(records.map(({ severityText }) => severityText)).toEqual(records.map(({ body }) => body))
    })

    test('of custom levels goes by their number, or by a standard name', async () => {
      const { records } = await run(({ pino, stream }) => {
        const log = pino({ customLevels: { notice: 35, audit: 100, low: 1 }, level: 'low' }, stream)
        for (const level of ['notice', 'audit', 'low'] as const) log[level](level)
        const only = pino({ customLevels: { error: 1, info: 2 }, useOnlyCustomLevels: true, level: 'error' }, stream)
        only.error('error')
        only.info('info')
      })
      expect(records.map(({ severityText, severityNumber }) => [severityText, severityNumber])).toEqual([
        ['notice', 11],
        ['audit', 24],
        ['low', 1],
        ['error', 17],
        ['info', 9],
      ])
    })

    test('of custom levels is by their names and their order, on rising scales and on falling ones', async () => {
      const { records } = await run(({ pino, stream }) => {
        const scales: Readonly<{ [name: string]: number }>[] = [
          { emerg: 0, alert: 1, crit: 2, error: 3, warning: 4, notice: 5, info: 6, debug: 7 },
          { debug: 100, info: 200, notice: 300, warning: 400, error: 500, critical: 600, alert: 700, emergency: 800 },
          { low: 1, middle: 2, high: 3 },
          { calm: 30, loud: 50 },
          { info: 200, success: 250, warning: 300 },
        ]
        for (const customLevels of scales) {
          const [level = ''] = Object.keys(customLevels).sort((a, b) => customLevels[a]! - customLevels[b]!)
          const log = pino({ customLevels, useOnlyCustomLevels: true, level }, stream)
          for (const name in customLevels)
            (log as unknown as Readonly<{ [name: string]: (text: string) => void }>)[name]!(name)
        }
      })
      const severities = records.map((record) => [record.severityText, record.severityNumber])
      const syslog = { emerg: 21, alert: 19, crit: 18, error: 17, warning: 13, notice: 10, info: 9, debug: 5 }
      const hundreds = { debug: 5, info: 9, notice: 10, warning: 13, error: 17, critical: 18, alert: 19, emergency: 21 }
      expect(severities).toEqual([
        ...Object.entries(syslog),
        ...Object.entries(hundreds),
        ...Object.entries({ low: 1, middle: 11, high: 21 }),
        ...Object.entries({ calm: 9, loud: 17 }),
        ...Object.entries({ info: 9, success: 11, warning: 13 }),
      ])
    })

    test('of known names beside pino’s own levels is not that of their large numbers', async () => {
      const { records } = await run(({ pino, stream }) => {
        const log = pino({ customLevels: { notice: 250, warning: 300, critical: 500 } }, stream)
        for (const level of ['notice', 'warning', 'critical', 'fatal'] as const) log[level](level)
      })
      expect(records.map(({ severityNumber }) => severityNumber)).toEqual([10, 13, 18, 21])
    })

    test('needs no number in the line', async () => {
      const record = await recordOf(({ pino, stream }) => {
        pino({ formatters: { level: (label) => ({ severity: label.toUpperCase(), x: 1 }) } }, stream).error(
          { a: 1 },
          'hello',
        )
      })
      expect(record).toMatchObject({ severityNumber: 17, severityText: 'error', body: 'hello' })
      expect(record.attributes).toEqual({ a: 1 })
    })
  })

  test('the time is the one that pino writes, in whichever form', async () => {
    const { records } = await run(({ pino, stream }) => {
      const { epochTime, unixTime, isoTime } = pino.stdTimeFunctions
      for (const timestamp of [
        epochTime,
        unixTime,
        isoTime,
        () => ',"ts":1600000000000000000',
        () => ',"ts":"?"',
        false,
      ])
        pino({ timestamp }, stream).info({ a: 1 }, 'x')
    })
    expect(records.map(({ timeMs }) => timeMs).slice(0, 4)).toEqual([17e11, 17e11, 17e11, 16e11])
    expect(records.map(({ attributes }) => attributes)).toEqual(Array(6).fill({ a: 1 }))
  })

  describe('in a span', () => {
    const fields = ({ spanContext: { traceId, spanId } }: Outcome) =>
      `,"trace_id":"${traceId}","span_id":"${spanId}","trace_flags":"01"`

    test('record and line carry its ids, and the line is otherwise unchanged', async () => {
      const outcome = await run(
        ({ pino, stream }) => {
          pino(stream).child({ b: 1 }).info({ a: 1 }, 'hello')
          pino({ crlf: true, redact: ['a'] }, stream).info({ a: 1, c: [2] }, 'hello')
          pino({ base: null, timestamp: false }, stream).info('')
          const hooks = { streamWrite: (line: string) => line.replace('hello', 'bye') }
          pino({ hooks }, stream).info({ a: 1 }, 'hello')
          pino(stream).info({ blob: 'x'.repeat(300_000) }, 'hello')
        },
        {},
        true,
      )
      const head = /^\{"level":30(,"time":1700000000000)?/
      expect(outcome.lines).toEqual(outcome.bare.map((line) => line.replace(head, `$&${fields(outcome)}`)))
      expect(outcome.records.map(({ body }) => String(body).slice(0, 40))).toEqual([
        'hello',
        'hello',
        '',
        'bye',
        outcome.bare[4]!.slice(0, 40),
      ])
      for (const { spanContext, attributes } of outcome.records) {
        expect(spanContext).toEqual(outcome.spanContext)
        expect(attributes).not.toHaveProperty('trace_id')
      }
    })

    test('ids come last in a line whose keys only pino knows when it makes it', async () => {
      const outcome = await run(
        ({ pino, stream }) => {
          pino({ nestedKey: 'payload', crlf: true }, stream).info({ a: 1, trace_id: 'nested' }, 'hello')
          pino({ formatters: { log: (object) => ({ ...object, b: 2 }) } }, stream).info({ a: 1 })
        },
        {},
        true,
      )
      expect(outcome.lines).toEqual(outcome.bare.map((line) => line.replace(/\}(\r?\n)$/, `${fields(outcome)}}$1`)))
      expect(outcome.records.map(({ attributes }) => attributes)).toEqual([
        { payload: { a: 1, trace_id: 'nested' } },
        { a: 1, b: 2 },
      ])
    })

    test('ids can be left out of the lines, and records not be made', async () => {
      const scenario = ({ pino, stream }: Host) => pino(stream).info('hello')
      const withoutIds = await run(scenario, { addIds: false }, true)
      expect(withoutIds.lines).toEqual(withoutIds.bare)
      expect(withoutIds.records[0]!.spanContext).toEqual(withoutIds.spanContext)
      const idsAlone = await run(scenario, { forward: false }, true)
      expect(idsAlone.lines[0]).toContain(fields(idsAlone))
      expect(idsAlone.records).toEqual([])
    })

    test('ids that the app adds itself are left as they are', async () => {
      const { bare, lines } = await run(
        ({ pino, stream }) => {
          pino({ mixin: () => ({ trace_id: 'mine' }) }, stream).info('hello')
          pino(stream).child({ trace_id: 'mine' }).info('hello')
          pino(stream).info({ trace_id: 'mine' }, 'hello')
          pino(stream).info(Object.assign(Object.create(null), { trace_id: 'mine' }), 'hello')
          pino({ messageKey: 'trace_id' }, stream).info('mine')
          pino({ formatters: { log: (object) => ({ ...object, trace_id: 'mine' }) } }, stream).info('hello')
        },
        {},
        true,
      )
      expect(lines).toEqual(bare)
    })

    test('a trace_id further inside is not taken for one', async () => {
      const outcome = await run(
        ({ pino, stream }) => pino(stream).info({ link: { trace_id: 'other' } }, '"trace_id":'),
        {},
        true,
      )
      expect(outcome.lines[0]).toContain(fields(outcome))
    })

    test('an object that is frozen or shared is not changed', async () => {
      await run(
        ({ pino, stream }) => {
          const shared = Object.freeze({ a: 1 })
          const log = pino(stream)
          log.info(shared, 'one')
          log.info(shared, 'two')
          if (Object.keys(shared).length !== 1) throw new Error('changed')
        },
        {},
        true,
      )
    })
  })

  test('a line of a request that is not traced is a record like any other', async () => {
    const { bare, lines, records } = await run(
      ({ pino, stream, api, core }) => {
        api.context.with(core.suppressTracing(api.ROOT_CONTEXT), () => pino(stream).info('health check failed'))
      },
      {},
      true,
    )
    expect(lines).toEqual(bare)
    expect(records).toMatchObject([{ body: 'health check failed' }])
  })

  test('a processor that logs does not get its own log', async () => {
    const { records } = await run(({ pino, stream, processors }) => {
      const log = pino({ level: 'info' }, { write: () => {} })
      processors.push({ onEmit: () => log.info('a record!'), forceFlush: async () => {}, shutdown: async () => {} })
      pino(stream).info('hello')
      processors.pop()
    })
    expect(records.map(({ body }) => body)).toEqual(['hello'])
  })

  test('a processor that throws costs neither the line nor the next record', async () => {
    const { records } = await run(({ pino, stream, processors }) => {
      processors.unshift({
        onEmit: () => {
          throw new Error('broken')
        },
        forceFlush: async () => {},
        shutdown: async () => {},
      })
      pino(stream).info('one')
      processors.shift()
      pino(stream).info('two')
    })
    expect(records.map(({ body }) => body)).toEqual(['two'])
  })
})
