import { join } from 'node:path'
import { onModuleCompiled } from '@heddle/instrumentation'
import { trace } from '@opentelemetry/api'
import { logs } from '@opentelemetry/api-logs'
import type { Globals } from './registration'

const MAIN_FILE = join('build', 'src', 'index.js')

/**
 * Registers through the app's own copy of the API, as soon as there is one. Until then the bundled one stands in for it, which
 * spares a process that never loads the API its 52 files. What an app gets from its copy is then what it would get if there
 * were no other: tracers and loggers that it asked for before the start come to life, `trace.getTracerProvider()` is of
 * its own `ProxyTracerProvider`, and outside all contexts the active one is its own `ROOT_CONTEXT`.
 *
 * The app's copy is the one that is installed beside Heddle. Others share the globals by the API's own rule.
 * Returns the function that stops waiting for it.
 */
export function followAppApi({ tracerProvider, loggerProvider, contextManager }: Globals): () => void {
  const stops = [
    onModuleCompiled('@opentelemetry/api', MAIN_FILE, (exports, { dir }) => {
      if (join(dir, MAIN_FILE) !== require.resolve('@opentelemetry/api')) return
      const api = exports as typeof import('@opentelemetry/api')
      contextManager.root = api.ROOT_CONTEXT
      trace.disable()
      // Refused only to a copy that is not of the version that its package.json says.
      if (!api.trace.setGlobalTracerProvider(tracerProvider)) trace.setGlobalTracerProvider(tracerProvider)
    }),
    onModuleCompiled('@opentelemetry/api-logs', MAIN_FILE, (exports, { dir }) => {
      if (join(dir, MAIN_FILE) !== require.resolve('@opentelemetry/api-logs')) return
      logs.disable()
      const api = exports as typeof import('@opentelemetry/api-logs')
      api.logs.setGlobalLoggerProvider(loggerProvider)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
