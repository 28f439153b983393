import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { context } from '@opentelemetry/api'
import { isTracingSuppressed } from '@opentelemetry/core'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import { LogPipeline } from '../fixtures/log-pipeline'
import { status } from '../send/fixtures/http-collector'

let subject: LogPipeline
let home: string
beforeEach(async () => {
  subject = await LogPipeline.create()
  home = mkdtempSync(join(tmpdir(), 'heddle-untraced-'))
})
afterEach(async () => {
  context.disable()
  await subject.close()
  rmSync(home, { recursive: true, force: true })
})

const start = () => subject.startLogs({}, { spool: { dir: join(home, 'spool') } })

test('what is sent from disk is not traced, though the pipeline was made before there was a context manager', async () => {
  start()
  subject.collector.answers.push(...Array(10).fill(status(503)))
  subject.log('a')
  await subject.pipeline.shutdown()
  subject.collector.answers.splice(0)

  const seen: boolean[] = []
  const { request } = http
  const spy = jest.spyOn(http, 'request').mockImplementation(((...args: Parameters<typeof request>) => {
    seen.push(isTracingSuppressed(context.active()))
    return request(...args)
  }) as typeof request)
  // As an SDK does it: first the pipeline, which goes into the providers, and then all of it is
  // registered.
  start()
  new NodeTracerProvider().register()
  const before = subject.collector.requests.length
  await subject.collector.arrived(before + 1)
  spy.mockRestore()
  expect(seen).toEqual([true])
})
