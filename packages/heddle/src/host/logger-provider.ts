import type { Logger, LoggerProvider } from '@opentelemetry/api-logs'
import type { Resource } from '@opentelemetry/resources'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import { type HostedProvider, isList, removeFrom, replaced, resourceOf, type Undo } from './hosted-provider'

/** What a provider of the lines 2.x and 3.x has inside. Neither has a method to add a processor. */
interface Inside {
  readonly _sharedState?: SharedState
  forceFlush?(): Promise<void>
}

interface SharedState {
  readonly processors?: LogRecordProcessor[]
  /** Calls each of `processors`; something that does nothing when there were none. */
  activeProcessor: LogRecordProcessor
  readonly loggers?: ReadonlyMap<string, Logger>
  readonly resource?: Resource
  readonly hasShutdown?: boolean
}

/** `undefined` for a provider of another kind. */
export function hostedLoggerProvider(
  given: LoggerProvider,
): HostedProvider<LoggerProvider, LogRecordProcessor, Logger> | undefined {
  const { getDelegate, _getDelegate } = given as { getDelegate?(): LoggerProvider; _getDelegate?(): LoggerProvider }
  const provider = (getDelegate ?? _getDelegate)?.call(given) ?? given
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
    // It complains of a flush after its end, which has flushed it.
    flush: async () => (state.hasShutdown ? undefined : inside.forceFlush?.()),
  }
}

/** Also of the loggers that there are already: instrumentations keep theirs. */
function leaveOut(
  provider: LoggerProvider,
  { loggers }: SharedState,
  isLeftOut: (scopeName: string) => boolean,
  silent: Logger,
): Undo {
  const undos = [
    replaced(provider, 'getLogger', (getLogger) => (name, ...rest) => {
      return isLeftOut(name) ? silent : getLogger.call(provider, name, ...rest)
    }),
  ]
  for (const logger of loggers?.values() ?? []) {
    if (!isLeftOut(scopeOf(logger))) continue
    undos.push(
      replaced(logger, 'emit', () => silent.emit),
      replaced(logger, 'enabled', () => silent.enabled),
    )
  }
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
