import type { Logger, LoggerProvider } from '@opentelemetry/api-logs'
import type { Resource } from '@opentelemetry/resources'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import { delegateOf, type HostedProvider, isList, removeFrom, replaced, resourceOf, type Undo } from './hosted-provider'

/** What a provider of the lines 2.x and 3.x has inside. Neither has a method to add a processor. */
interface Inside {
  readonly _sharedState?: SharedState
  readonly _shutdownOnce?: { readonly isCalled: boolean }
  forceFlush?(): Promise<void>
}

interface SharedState {
  readonly processors?: LogRecordProcessor[]
  /** Calls each of `processors`; something that does nothing when there were none. */
  activeProcessor: LogRecordProcessor
  readonly loggers?: ReadonlyMap<string, Logger>
  readonly resource?: Resource
}

/** `undefined` for a provider of another kind. */
export function hostedLoggerProvider(
  given: LoggerProvider,
): HostedProvider<LoggerProvider, LogRecordProcessor, Logger> | undefined {
  const provider = delegateOf(given)
  const inside = provider as Inside
  const state = inside._sharedState
  const processors = state?.processors
  if (state === undefined || !isList(processors) || typeof state.activeProcessor?.onEmit !== 'function')
    return undefined
  const hasProcessors = processors.length > 0
  return {
    provider,
    resource: resourceOf(state.resource),
    hasProcessors,
    add(added) {
      processors.push(...added)
      // It asks the list, too, whether a logger is enabled.
      const undo = hasProcessors ? () => {} : replaced(state, 'activeProcessor', () => all(processors))
      return () => {
        undo()
        removeFrom(processors, added)
      }
    },
    substitute: (loggerFor) => substitute(provider, state, loggerFor),
    // Shut down already, as NodeSDK does at a natural end, it complains of a flush.
    flush: async () => (inside._shutdownOnce?.isCalled ? state.activeProcessor.forceFlush() : inside.forceFlush?.()),
  }
}

/**
 * Also of the loggers that there are already: instrumentations keep theirs. A new one is the provider's
 * own too: a proxy keeps what it was given, and shall have it back afterwards.
 */
function substitute(
  provider: LoggerProvider,
  { loggers }: SharedState,
  loggerFor: (scopeName: string, own: Logger) => Logger,
): Undo {
  const replacedOnes = new Set<Logger>()
  const undos: Undo[] = []
  const substituted = (logger: Logger, scopeName: string): Logger => {
    if (replacedOnes.has(logger)) return logger
    const own: Logger = { emit: logger.emit.bind(logger), enabled: logger.enabled.bind(logger) }
    const instead = loggerFor(scopeName, own)
    if (instead === own) return logger
    if (!Object.isExtensible(logger)) return instead
    replacedOnes.add(logger)
    undos.push(
      replaced(logger, 'emit', () => instead.emit),
      replaced(logger, 'enabled', () => instead.enabled),
    )
    return logger
  }
  for (const logger of loggers?.values() ?? []) substituted(logger, scopeOf(logger))
  undos.push(
    replaced(provider, 'getLogger', (getLogger) => (name, ...rest) => {
      return substituted(getLogger.call(provider, name, ...rest), name)
    }),
  )
  return () => {
    for (const undo of undos) undo()
  }
}

function scopeOf(logger: Logger & { readonly _instrumentationScope?: { readonly name: string } }): string {
  return logger._instrumentationScope?.name ?? ''
}

function all(processors: readonly LogRecordProcessor[]): LogRecordProcessor {
  return {
    onEmit(record, context) {
      for (const each of processors) each.onEmit(record, context)
    },
    forceFlush: async () => void (await Promise.all(processors.map((each) => each.forceFlush()))),
    shutdown: async () => void (await Promise.all(processors.map((each) => each.shutdown()))),
  }
}
