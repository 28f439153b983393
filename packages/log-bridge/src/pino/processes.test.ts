import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Runs a fixture as a child process, and reads its output. */
async function run(fixture: string, ...args: string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'fixtures', fixture), ...args], {
    timeout: 20_000,
  })
  return JSON.parse(stdout)
}

describe.each(['pino', 'pino9', 'pino8'])('%s', (packageName) => {
  test.each([
    ['required before', 'load-order.cjs', 'before'],
    ['required after', 'load-order.cjs', 'after'],
    ['imported before', 'load-order.mjs', 'before'],
    ['imported after', 'load-order.mjs', 'after'],
  ])('is bridged when it is %s the bridge is enabled', async (_, fixture, order) => {
    const { lines, records, spanContext } = await run(fixture, packageName, order)
    expect(records).toMatchObject([
      { body: 'first', attributes: {}, scope: 'early', spanContext },
      { body: 'second', attributes: { request: 1, a: 1 }, scope: 'early', spanContext },
    ])
    const ids = { trace_id: spanContext.traceId, span_id: spanContext.spanId, trace_flags: '01' }
    expect(lines).toMatchObject([
      { msg: 'first', ...ids },
      { msg: 'second', ...ids },
    ])
  })

  test('is as it was when the bridge is disabled, and bridged once when it is enabled again', async () => {
    expect(await run('lifecycle.cjs', packageName, 'alone')).toEqual({
      bodies: ['enabled', 'enabled again'],
      isPristine: true,
    })
  })

  test('keeps what someone else has patched over the bridge', async () => {
    expect(await run('lifecycle.cjs', packageName, 'patched over')).toEqual({
      bodies: ['enabled', 'enabled again'],
      isPristine: false,
      linesOfOther: 3,
    })
  })

  test('leaves to pino-opentelemetry-transport what that makes a record of, says so once, and bridges the rest', async () => {
    const { ours, warnings } = await run('shipping.cjs', packageName)
    expect(ours).toEqual({
      alone: [],
      stream: [],
      'among others': ['debug', 'info'],
      'among others, without a level': ['debug'],
      'in a pipeline': [],
      'in a multistream': ['debug', 'info', 'warn'],
      deduplicated: ['debug', 'info', 'warn', 'error'],
      'of another kind': ['debug', 'info', 'warn', 'error'],
    })
    expect(warnings).toEqual([expect.stringMatching(/^pino-opentelemetry-transport makes log records/)])
  })

  test('is bridged when a transport writes in a worker thread', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pino-transport-'))
    try {
      const { records, spanContext } = await run('transport.cjs', packageName, join(folder, 'log'))
      expect(records).toMatchObject([{ body: 'from a worker', attributes: { a: 1 }, spanContext }])
      expect(JSON.parse(readFileSync(join(folder, 'log'), 'utf8'))).toMatchObject({
        a: 1,
        trace_id: spanContext.traceId,
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

test.each(['pino', 'pino9'])(
  '%s is bridged from its first line when no loader has seen its files, as in a bundle',
  async (packageName) => {
    const { lines, records, spanContext } = await run('load-order.cjs', packageName, 'hidden')
    expect(records).toMatchObject([
      { body: 'first', attributes: {}, spanContext },
      { body: 'second', attributes: { request: 1, a: 1 }, spanContext },
    ])
    for (const line of lines) expect(line).toMatchObject({ trace_id: spanContext.traceId, span_id: spanContext.spanId })
  },
)

describe.each(['fastify', 'fastify4'])('the logger of %s', (packageName) => {
  test('writes each line of concurrent requests with the ids of its own', async () => {
    const { lines, records } = await run('fastify.cjs', packageName)
    type Line = {
      body?: string
      msg?: string
      attributes: { reqId: string; spanId?: string }
      span_id?: string
      spanId?: string
      spanContext: { spanId: string }
    }
    const inRequests = (records as Line[]).filter(({ attributes }) => attributes.reqId)
    expect(inRequests.filter(({ body }) => body === 'incoming request')).toHaveLength(4)
    expect(inRequests.filter(({ body }) => body === 'request completed')).toHaveLength(4)
    const afterAwait = inRequests.filter(({ body }) => body === 'after an await')
    expect(afterAwait).toHaveLength(4)
    for (const record of afterAwait) expect(record.spanContext.spanId).toBe(record.attributes.spanId)
    const spanOfRequest = new Map(
      afterAwait.map(({ attributes, spanContext }) => [attributes.reqId, spanContext.spanId]),
    )
    for (const record of inRequests) expect(record.spanContext.spanId).toBe(spanOfRequest.get(record.attributes.reqId))
    for (const line of (lines as Line[]).filter(({ msg }) => msg === 'after an await'))
      expect(line.span_id).toBe(line.spanId)
  })

  test('writes a failed request with its exception', async () => {
    const { records } = await run('fastify.cjs', packageName)
    const failed = records.find(({ severityText }: { severityText: string }) => severityText === 'error')
    expect(failed).toMatchObject({
      body: 'order 3 is broken',
      attributes: { 'exception.type': 'Error', 'exception.message': 'order 3 is broken', res: { statusCode: 500 } },
    })
    expect(failed.attributes['exception.stacktrace']).toContain('fastify.cjs')
    expect(failed.attributes).not.toHaveProperty('err')
  })
})
