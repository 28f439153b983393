import { AsyncResource } from 'node:async_hooks'
import { context, ROOT_CONTEXT } from '@opentelemetry/api'
import { suppressTracing } from './suppressed-tracing'

const UNTRACED = suppressTracing(ROOT_CONTEXT)

/**
 * The async context in which everything that exports runs. A batch is closed within the call of
 * whichever request happened to end the last span; were its timers and sockets made there, they
 * would keep that request's AsyncLocalStorage stores alive, and our own requests would be traced as
 * its children.
 */
export class UntracedContext {
  readonly #resource = new AsyncResource('heddle.otlp')

  run<Result>(work: () => Result): Result {
    return this.#resource.runInAsyncScope(() => context.with(UNTRACED, work))
  }
}
