import { handedOver } from '@heddle/module-hook'
import { createOtlpPipeline } from '@heddle/otlp'
import { ThrowSiteContextManager } from '@heddle/sdk'
import { DiagLogLevel, diag, ProxyTracerProvider } from '@opentelemetry/api'
import { explainOtherAgents } from './beside/other-agents'
import { Overlap } from './beside/overlap'
import { keepOneTransport } from './beside/winston-transports'
import { isBundled } from './bundled'
import type { HeddleOptions } from './config/options'
import { HeddleConfigError } from './config/reading/problems'
import { disabledConfig, type HeddleConfig, resolveConfig } from './config/resolve'
import { configSummary } from './config/summary'
import { installDiagnostics, reportRepeats } from './diagnostics/diag-logger'
import { writeStderr } from './diagnostics/stderr'
import { createHandle, type Heddle } from './handle'
import { findHost } from './host/host'
import { addIdentity, mergedResource } from './host/identity'
import { explainJoining, isPropagatorOurs, joinedConfig, resourcesOf } from './host/joined'
import { NO_CALLBACK_ERRORS } from './ledger/ledger'
import { reportLosses } from './ledger/line'
import { reportLedger } from './ledger/reports'
import { watchProcessEnd } from './lifecycle/process-end'
import { apiGlobal } from './otel-api/global'
import { registerBeside, registerGlobals } from './otel-api/registration'
import { HeddleRegistrationError } from './otel-api/registration-error'
import { enableInstrumentations } from './pipeline/instrumentations'
import { createPipeline } from './pipeline/pipeline'
import { createPropagation } from './pipeline/propagation'
import { detectedResource } from './pipeline/resource'
import { chooseSpoolDirectory } from './pipeline/spool-directory'
import { unsupportedNode } from './preload/node-version'
import { takePm2Environment } from './preload/pm2'
import { isTool } from './preload/tools'
import { runningHeddle, setRunningHeddle } from './running'
import { VERSION } from './version'

/**
 * Starts Heddle in this process: one call, before the app loads the modules to be traced. The
 * preload `heddle/register` makes this call. A second call returns the handle of the first one and
 * warns which of its options have no effect.
 *
 * Where Heddle cannot run, on an older Node or because a part of its own fails, `start` says why on
 * stderr, and the handle does nothing.
 *
 * @default options {}
 * @throws HeddleConfigError when the configuration cannot be used; nothing is installed then.
 * @throws HeddleRegistrationError when another OpenTelemetry SDK owns the process.
 * @example
 * // telemetry.mjs, for node --import ./telemetry.mjs app.js
 * import { start } from 'heddle'
 * export const heddle = start()
 */
export function start(options: HeddleOptions = {}): Heddle {
  const running = runningHeddle()
  if (running) {
    explainSecondStart(options)
    return running
  }
  const handle = startOrExplain(options)
  setRunningHeddle(handle)
  return handle
}

function startOrExplain(options: HeddleOptions): Heddle {
  try {
    const reason = unsupportedNode()
    if (reason !== undefined) throw new Error(reason)
    takePm2Environment()
    // Tools load a preload of the user's own too.
    const config = isTool() ? disabledConfig('tool') : resolveConfig(options)
    return config.enabled ? startEnabled(config, options) : createDisabledHandle(config)
  } catch (error) {
    if (error instanceof HeddleConfigError || error instanceof HeddleRegistrationError) throw error
    writeStderr(`error: Heddle could not start, and the app runs on, untraced: ${(error as Error).message}`)
    return createDisabledHandle(disabledConfig('failed start'))
  }
}

function startEnabled(config: HeddleConfig, options: HeddleOptions): Heddle {
  installDiagnostics(config.diagLevel)
  for (const warning of config.warnings) diag.warn(warning)
  if (isBundled && !isHandedOver()) explainBundle()
  const stops: (() => void)[] = []
  try {
    return startParts(config, options, stops)
  } catch (error) {
    stopAll(stops)
    throw error
  }
}

/** Puts the parts together. Each installed part adds the function that removes it to `stops`. */
function startParts(given: HeddleConfig, options: HeddleOptions, stops: (() => void)[]): Heddle {
  const host = findHost(given, options)
  const joined = host && joinedConfig(given, host, options)
  const config = joined ?? given
  const contextManager = new ThrowSiteContextManager()
  const own = detectedResource(config, options, contextManager)
  const theirs = host === undefined ? [] : resourcesOf(host)
  const resource = mergedResource(own, theirs[0])
  for (const each of theirs) stops.push(addIdentity(each, own))
  const propagation = createPropagation(config.propagation)
  contextManager.initialContext = propagation.initialContext
  const spool = chooseSpoolDirectory(config.exporters, resource)
  const overlap = new Overlap(config.instrumentations)
  const pipeline = createPipeline(config, options, resource, propagation, spool, overlap, host)
  stops.push(pipeline.leave)
  const globals = { ...pipeline.providers, contextManager, propagator: propagation.propagator }
  if (host?.isRegistered) {
    if (apiGlobal().context === undefined) contextManager.enable()
    stops.push(registerBeside(globals, isPropagatorOurs(config)))
  } else {
    contextManager.enable()
    stops.push(registerGlobals(globals))
  }
  if (host !== undefined && joined !== undefined) explainJoining(joined, host)
  stops.push(enableInstrumentations(config, pipeline.providers, propagation, overlap))
  stops.push(keepOneTransport(), explainOtherAgents())

  const reportEnd = () => {
    overlap.report()
    if (config.diagLevel < DiagLogLevel.WARN) return
    reportRepeats()
    reportLosses(pipeline.ledger())
  }
  const handle = createHandle({
    config,
    summary: () => configSummary(config, resource, spool?.dir),
    tracer: pipeline.providers.tracerProvider.getTracer('heddle', VERSION),
    ledger: pipeline.ledger,
    flush: pipeline.flush,
    async shutdown(timeoutMs) {
      // Before the first await, so that a start() during the shutdown begins anew instead of
      // getting a handle that is shutting down.
      setRunningHeddle(undefined)
      stopAll(stops)
      pipeline.exportUnfinished()
      await pipeline.shutdown(timeoutMs)
      reportEnd()
    },
  })
  stops.push(
    reportLedger(config.ledger, pipeline.ledger),
    watchProcessEnd({ handle, pipeline, contextManager, timeoutMs: config.shutdownTimeoutMs, reportEnd }),
  )
  return handle
}

/** Calls `stops` in reverse order. An error is reported, and the remaining functions still run. */
function stopAll(stops: readonly (() => void)[]): void {
  for (const stop of stops.toReversed()) {
    try {
      stop()
    } catch (error) {
      diag.error('a part of Heddle could not be stopped', error)
    }
  }
}

/** The handle under `OTEL_SDK_DISABLED`: each method does nothing; the app needs no ifs. */
function createDisabledHandle(config: HeddleConfig): Heddle {
  const { stats } = createOtlpPipeline({ resource: { attributes: {} } })
  return createHandle({
    config,
    summary: () => configSummary(config),
    tracer: new ProxyTracerProvider().getTracer('heddle'),
    ledger: () => ({ ...stats(), callbackErrors: NO_CALLBACK_ERRORS }),
    flush: async () => {},
    shutdown: async () => setRunningHeddle(undefined),
  })
}

/** Whether the bundle was made with the plugin of `heddle/bundler`, which knows Heddle's own file too. */
function isHandedOver(): boolean {
  return handedOver().some(([packageName]) => packageName === 'heddle')
}

function explainBundle(): void {
  diag.warn(
    'Heddle runs from within a bundle. What is in the same bundle is not seen as it is loaded: no library is traced there, ' +
      'what is mounted in Express 4 has no route, and neither Fastify 4 nor loggers without a channel of their own are seen. To have them, ' +
      'give the bundler the plugin of heddle/bundler (esbuildPlugin, rollupPlugin, webpackPlugin), or mark heddle and those packages as external ' +
      '(esbuild: --packages=external; webpack and Rollup: externals, external; Next.js: serverExternalPackages).',
  )
}

function explainSecondStart(options: HeddleOptions): void {
  const given = Object.keys(options)
  if (given.length === 0) return
  diag.warn(
    `start() was called again; Heddle runs already, so these options have no effect: ${given.join(', ')}. ` +
      'If heddle/register is preloaded, preload a file of your own with start({ … }) in its place: node --import ./telemetry.mjs app.js',
  )
}
