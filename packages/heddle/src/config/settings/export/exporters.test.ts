import { problemsOf, resolve } from '../../fixtures/resolve'
import type { HeddleOptions } from '../../options'

const exporter = { export: () => {}, shutdown: async () => {} }
const exporters = (options: HeddleOptions, env = {}) => resolve(options, env).exporters

test('an exporter of the user takes the place of ours, unless ours is named beside it', () => {
  const { traces, logs } = exporters({ exporters: { logs: exporter } })
  expect(logs).toMatchObject({ others: [exporter], console: false })
  expect(logs.otlp).toBeUndefined()
  expect(traces.otlp).toBeDefined()
  expect(exporters({ exporters: { logs: ['otlp', exporter] } }).logs.otlp).toBeDefined()
})

test('ours by name, and an empty list for none, whatever the environment says', () => {
  const env = { OTEL_TRACES_EXPORTER: 'console' }
  const ours = exporters({ exporters: { traces: 'otlp' } }, env).traces
  expect(ours.otlp).toBeDefined()
  expect(ours.console).toBe(false)
  const none = exporters({ exporters: { traces: [] } }, env).traces
  expect(none).toMatchObject({ console: false, others: [] })
  expect(none.otlp).toBeUndefined()
})

test('a signal can be left out', () => {
  expect(exporters({ export: { logs: false } }).logs).toMatchObject({ others: [], console: false })
  expect(exporters({ export: { logs: false } }).logs.otlp).toBeUndefined()
  expect(exporters({}, { OTEL_TRACES_EXPORTER: 'none' }).traces.otlp).toBeUndefined()
  expect(exporters({}, { OTEL_TRACES_EXPORTER: 'console' }).traces).toMatchObject({ console: true })
})

test('the user’s exporters are batched as ours', () => {
  const options = {
    exporters: { traces: exporter, logs: exporter },
    export: { batch: { maxItems: 10, maxDelayMs: 100 }, maxQueueItems: 50, logs: { batch: { maxDelayMs: 0 } } },
  }
  const { traces, logs } = exporters(options)
  expect(traces.batch).toEqual({ maxExportBatchSize: 10, scheduledDelayMillis: 100, maxQueueSize: 50 })
  expect(logs.batch).toEqual({ maxExportBatchSize: 10, scheduledDelayMillis: 1, maxQueueSize: 50 })
})

test('and by the variables of the batch processors, where 0 is no timeout', () => {
  const env = {
    OTEL_BLRP_SCHEDULE_DELAY: '300',
    OTEL_BLRP_MAX_QUEUE_SIZE: '20',
    OTEL_BLRP_EXPORT_TIMEOUT: '0',
    OTEL_BSP_EXPORT_TIMEOUT: '400',
  }
  const { traces, logs } = exporters({ exporters: { traces: exporter, logs: exporter } }, env)
  expect(traces.batch).toEqual({ exportTimeoutMillis: 400 })
  expect(logs.batch).toEqual({ scheduledDelayMillis: 300, maxQueueSize: 20, exportTimeoutMillis: 2 ** 31 - 1 })
})

test('what is no exporter is said', () => {
  const allowed = "allowed: 'otlp', or an object with export() and shutdown()"
  expect(problemsOf({ exporters: { traces: 'zipkin', logs: ['otlp', {}] } })).toEqual([
    `exporters.traces: read a string, ${allowed}`,
    `exporters.logs[1]: read an object, ${allowed}`,
  ])
})

test('a spool is on, in the directory that is named in code or by HEDDLE_SPOOL_DIR', () => {
  expect(resolve({}, { HEDDLE_SPOOL_DIR: '/spool' }).exporters.spool).toEqual({ dir: '/spool' })
  const options = { export: { spool: { dir: '/mine', maxFiles: 5 } } }
  expect(resolve(options, { HEDDLE_SPOOL_DIR: '/spool' }).exporters.spool).toEqual({ dir: '/mine', maxFiles: 5 })
  expect(() => resolve({ export: { spool: { dir: ' ' } } })).toThrow('export.spool.dir')
  expect(() => resolve({ export: { spool: { dir: '/mine', maxFiles: 1 } } })).toThrow('export.spool.maxFiles')
})

test('a spool that nobody named a directory for is in the state directory of the user', () => {
  const shared = (dir: string) => ({ dir, isShared: true })
  const spoolIn = (env: NodeJS.ProcessEnv) => resolve({}, env).exporters.spool
  expect(spoolIn({})).toEqual(shared('/home/user/.local/state/heddle'))
  expect(spoolIn({ XDG_STATE_HOME: '/state' })).toEqual(shared('/state/heddle'))
  expect(spoolIn({ XDG_STATE_HOME: 'not/absolute' })).toEqual(shared('/home/user/.local/state/heddle'))
  expect(resolve({ export: { spool: { maxFiles: 5 } } }).exporters.spool).toMatchObject({ maxFiles: 5, isShared: true })
})

test('a spool is off when HEDDLE_SPOOL or export.spool is false', () => {
  expect(resolve({}, { HEDDLE_SPOOL: 'false', HEDDLE_SPOOL_DIR: '/spool' }).exporters.spool).toBeUndefined()
  expect(resolve({ export: { spool: false } }, { HEDDLE_SPOOL_DIR: '/spool' }).exporters.spool).toBeUndefined()
  // Code comes before the environment.
  expect(resolve({ export: { spool: { dir: '/mine' } } }, { HEDDLE_SPOOL: 'false' }).exporters.spool).toBeDefined()
  expect(problemsOf({}, { HEDDLE_SPOOL: 'off' })).toEqual(['HEDDLE_SPOOL: read "off", allowed: true or false'])
})

test('the journal of a spool is on unless export.spool.journal or HEDDLE_SPOOL_JOURNAL is false, in this order', () => {
  const journal = (options: HeddleOptions, env: NodeJS.ProcessEnv) =>
    resolve(options, { HEDDLE_SPOOL_DIR: '/spool', ...env }).exporters.spool?.journal
  expect(journal({}, {})).toBeUndefined()
  expect(journal({}, { HEDDLE_SPOOL_JOURNAL: 'false' })).toBe(false)
  expect(journal({ export: { spool: { journal: false } } }, {})).toBe(false)
  expect(journal({ export: { spool: { journal: true } } }, { HEDDLE_SPOOL_JOURNAL: 'false' })).toBe(true)
  expect(problemsOf({}, { HEDDLE_SPOOL_JOURNAL: 'no' })).toEqual([
    'HEDDLE_SPOOL_JOURNAL: read "no", allowed: true or false',
  ])
  const wrong: object = { export: { spool: { journal: 'false' } } }
  expect(() => resolve(wrong)).toThrow('export.spool.journal')
})

test('none beside another exporter says two things, and is refused', () => {
  expect(() => exporters({}, { OTEL_LOGS_EXPORTER: 'otlp,none' })).toThrow(
    'OTEL_LOGS_EXPORTER: read "otlp,none", allowed: otlp, console, several with commas; or none alone',
  )
})
