import type { Tracer, TracerProvider } from '@opentelemetry/api'
import { type Logger, type LoggerProvider, logs } from '@opentelemetry/api-logs'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node'
import type { HeddleOptions } from '../config/options'
import type { HeddleConfig } from '../config/resolve'
import { apiGlobal } from '../otel-api/global'
import { alreadyRegistered, cannotJoin, HeddleRegistrationError, isTaken } from '../otel-api/registration-error'
import { delegateOf, type HostedProvider } from './hosted-provider'
import { hostedLoggerProvider } from './logger-provider'
import { hostedTracerProvider } from './tracer-provider'

export type HostedTracerProvider = HostedProvider<TracerProvider, SpanProcessor, Tracer>
export type HostedLoggerProvider = HostedProvider<LoggerProvider, LogRecordProcessor, Logger>

/** What of another OpenTelemetry SDK Heddle works on, in place of providers of its own. */
export interface Host {
  readonly traces: HostedTracerProvider | undefined
  readonly logs: HostedLoggerProvider | undefined
  /** Whether that SDK owns the process: its context manager and its propagator stay. */
  readonly isRegistered: boolean
}

/**
 * The providers that were given, else, with `attach`, those that are registered. `undefined` when
 * Heddle is to use its own.
 *
 * @throws HeddleRegistrationError when another SDK is registered that is not to be joined, when
 *   there is none to join, or when a provider is of no kind that can be joined
 */
export function findHost({ attach }: HeddleConfig, options: HeddleOptions): Host | undefined {
  const { tracerProvider, loggerProvider } = options
  const registered = registeredProviders()
  const isAsked = attach !== false
  const isGiven = tracerProvider !== undefined || loggerProvider !== undefined
  if (!isTaken()) {
    if (isAsked && !isGiven) throw nothingToJoin()
  } else if (!isAsked && !isSame(tracerProvider, registered.traces)) {
    throw alreadyRegistered(registered.traces === undefined || hostedTracerProvider(registered.traces) !== undefined)
  }
  if (!isAsked && !isGiven) return undefined
  const traces = tracerProvider ?? registered.traces
  const logRecords = loggerProvider ?? registered.logs
  return {
    traces: traces && joined(traces, hostedTracerProvider),
    logs: logRecords && joined(logRecords, hostedLoggerProvider),
    isRegistered: isTaken(),
  }
}

interface RegisteredProviders {
  readonly traces: TracerProvider | undefined
  readonly logs: LoggerProvider | undefined
}

function registeredProviders(): RegisteredProviders {
  const { trace, logs: ofApi } = apiGlobal() as { trace?: TracerProvider; logs?: LoggerProvider }
  const ofPackage = logs.getLoggerProvider()
  return { traces: trace, logs: [ofApi, ofPackage].find((provider) => provider && hasDelegate(provider)) }
}

/** A copy of the API whose proxy nobody has registered anything with hands out what does nothing. */
function hasDelegate(provider: LoggerProvider): boolean {
  const { _getDelegate } = provider as { _getDelegate?(): object }
  return _getDelegate === undefined || !/^Noop/.test(_getDelegate.call(provider).constructor.name)
}

function isSame(given: TracerProvider | undefined, registered: TracerProvider | undefined): boolean {
  if (given === undefined || registered === undefined) return false
  return delegateOf(given) === delegateOf(registered)
}

function joined<Provider extends object, Hosted>(
  provider: Provider,
  hosted: (provider: Provider) => Hosted | undefined,
): Hosted {
  const found = hosted(provider)
  if (found === undefined) throw cannotJoin(delegateOf(provider))
  return found
}

function nothingToJoin(): HeddleRegistrationError {
  return new HeddleRegistrationError(
    'There is no OpenTelemetry SDK to join: none is registered in this process yet. Load it before Heddle ' +
      '(node --import ./its-file.mjs --import heddle/register app.js), or take HEDDLE_ATTACH, or attach, out',
  )
}
