import { join } from 'node:path'
import { onModuleCompiled } from '@heddle/module-hook'
import { diag } from '@opentelemetry/api'
import { logs } from '@opentelemetry/api-logs'
import { isBundled } from '../bundled'
import { isPreload } from '../preload/preloading'
import { addToApiGlobal, apiGlobal, type Globals, putIntoApiGlobal } from './global'
import { installedMainFile } from './installed-version'

const API: string = '@opentelemetry/api'
/** As CommonJS, up to 1.9 and from 1.10 on. */
const MAIN_FILES = [join('build', 'src', 'index.js'), join('dist', 'index.cjs')]
const LOGS_MAIN_FILES = [join('build', 'src', 'index.js'), join('dist', 'index.cjs')]

type Api = typeof import('@opentelemetry/api') & {
  /** From 1.10 on. */
  readonly logs?: typeof import('@opentelemetry/api-logs').logs
}
type LogsApi = typeof import('@opentelemetry/api-logs')

/**
 * Registers through the app's own copies of the API, as soon as there is one. Until then the
 * bundled copy stands in, which spares a process that never loads the API its 52 files. An app then
 * gets from its copy the same as if there were no other: tracers and loggers that it asked for
 * before the start come to life; `trace.getTracerProvider()` of the copy that is installed beside
 * Heddle is its own `ProxyTracerProvider`; and outside all contexts its own `ROOT_CONTEXT` is
 * active. A copy that is newer than the registered version would see nothing by itself, and hand
 * out ids of zeros.
 *
 * Beside another SDK, what that one has registered stays, and a copy only learns of it.
 *
 * Returns the function that stops waiting for copies.
 */
export function handOverToAppCopy(globals: Globals, { isBeside = false } = {}): () => void {
  let isStopped = false
  const isOwn = (file: string) => !isBeside && file === installedMainFile(API)
  const stops = [
    ...MAIN_FILES.map((file) =>
      onModuleCompiled(API, file, (exports, { dir }) => {
        adopt(exports as Api, globals, isOwn(join(dir, file)))
      }),
    ),
    ...LOGS_MAIN_FILES.map((file) =>
      onModuleCompiled('@opentelemetry/api-logs', file, (exports) => adoptLogs(exports as LogsApi, globals)),
    ),
  ]
  if (isBundled) {
    adoptBundled(globals, !isBeside)
  } else if (!isPreload() && hasEsModules(apiGlobal().version)) {
    // No hook sees the copy of those packages. Mostly it has been loaded by now, and otherwise it
    // will be. Not for bundlers: it would be one more copy.
    void import(/* webpackIgnore: true */ API).then(
      (api: Api) => isStopped || adopt(api, globals, !isBeside),
      (error) => diag.debug('@opentelemetry/api could not be imported', error),
    )
  }
  return () => {
    isStopped = true
    for (const stop of stops) stop()
  }
}

function adopt(api: Api, { tracerProvider, loggerProvider, contextManager }: Globals, isOwn: boolean): void {
  if (typeof api.trace?.setGlobalTracerProvider !== 'function') return
  addToApiGlobal(
    () => {
      api.trace.setGlobalTracerProvider(tracerProvider)
      api.logs?.setGlobalLoggerProvider(loggerProvider)
    },
    { keep: !isOwn },
  )
  // It registered what its loggers go through; what it hands out from now on need not.
  putIntoApiGlobal({ logs: loggerProvider })
  if (isOwn) contextManager.rootContext = api.ROOT_CONTEXT
}

/**
 * All copies share one global object, whatever their versions; it makes no difference which copy
 * has filled it.
 */
function adoptLogs(api: LogsApi, { loggerProvider }: Globals): void {
  logs.disable()
  api.logs.setGlobalLoggerProvider(loggerProvider)
}

/**
 * The copies in the same bundle. A bundler takes these `require` calls for dependencies like any
 * other; without a bundler nothing is loaded here.
 */
function adoptBundled(globals: Globals, isOwn: boolean): void {
  try {
    adopt(require('@opentelemetry/api'), globals, isOwn)
    adoptLogs(require('@opentelemetry/api-logs'), globals)
  } catch (error) {
    diag.debug('the bundle has no @opentelemetry/api of its own', error)
  }
}

function hasEsModules(version: string | undefined): boolean {
  return Number(version?.split('.')[1]) >= 10
}
