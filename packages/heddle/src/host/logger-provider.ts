import type { Logger, LoggerProvider } from '@opentelemetry/api-logs'
import type { Resource } from '@opentelemetry/resources'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import {
  behindProxy,
  type HostedProvider,
  isList,
  removeFrom,
  replaced,
  resourceOf,
  type Undo,
} from './hosted-provider'

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
  const provider = behindProxy(given)
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
    leaveOut: (isLeftOut, logger) => leaveOut(provider, state, isLeftOut, logger),
    // Shut down already, as NodeSDK does at a natural end, it complains of a flush.
    flush: async () => (inside._shutdownOnce?.isCalled ? state.activeProcessor.forceFlush() : inside.forceFlush?.()),
  }
}

/**
 * Also of the loggers that there are already: instrumentations keep theirs. A new one is the provider's
 * own too: a proxy keeps what it was given, and shall have it back afterwards.
 */
function leaveOut(
  provider: LoggerProvider,
  { loggers }: SharedState,
  isLeftOut: (scopeName: string) => boolean,
  silent: Logger,
): Undo {
  const left = new Set<Logger>()
  const undos: Undo[] = []
  const leave = (logger: Logger) => {
    if (left.has(logger)) return
    left.add(logger)
    undos.push(
      replaced(logger, 'emit', () => silent.emit),
      replaced(logger, 'enabled', () => silent.enabled),
    )
  }
  for (const logger of loggers?.values() ?? []) if (isLeftOut(scopeOf(logger))) leave(logger)
  undos.push(
    replaced(provider, 'getLogger', (getLogger) => (name, ...rest) => {
      const logger = getLogger.call(provider, name, ...rest)
      if (!isLeftOut(name)) return logger
      if (!Object.isExtensible(logger)) return silent
      leave(logger)
      return logger
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
