import { Batcher } from './batch'
import { within } from './deadline'
import type { ByteWriter } from './encode/byte-writer'
import type { Format } from './encode/format'
import { ExportLoop } from './export-loop'
import { type DropReason, Ledger, type SignalStats } from './ledger'
import type { Problem } from './options'
import { OwnContext } from './own-context'
import { problemReporter, type ReportProblem } from './problems'
import { BatchQueue } from './queue'
import type { ResolvedSignal } from './resolve-options'
import { ResourceFrame } from './resource'
import { displayEndpoint } from './send/redact'
import { RetryingSender } from './send/retry'
import type { Sender } from './send/sender'
import type { ResourceLike, ScopeLike } from './telemetry'

const EXPLANATIONS: Readonly<Partial<Record<DropReason, string>>> = {
  shutdown: 'what ends after the shutdown is dropped',
  too_large: 'a single item above 16 MiB was dropped',
  invalid: 'an item that cannot be encoded was dropped',
  queue_full: 'more is held in memory than maxQueueBytes or maxQueueItems allows, new batches are dropped',
}

/** What a pipeline for one signal is made of. */
export interface SignalParts<Item, Writer extends ByteWriter> {
  readonly name: string
  readonly resource: ResourceLike
  readonly options: ResolvedSignal
  readonly format: Format<Item, Writer>
  readonly transport: Sender
  readonly onProblem?: ((problem: Problem) => void) | undefined
}

/**
 * The way out of one signal.
 *
 * ```text
 * accept → encode into the open batch → hold, bounded in bytes → frame as a request → send, again if need be → enter in the ledger
 *          Batcher                      BatchQueue               ResourceFrame        RetryingSender(transport)
 * ```
 *
 * Encoding comes first so that everything after it handles bytes with a count, whatever the signal. The bound comes before framing,
 * so that it holds while the resource is still unknown. Retrying wraps the transport directly: it is the only stage that sends twice.
 * A further stage that takes whole requests, such as a spool, is one more `Sender` around these two.
 */
export class SignalPipeline<Item extends { readonly instrumentationScope: ScopeLike }, Writer extends ByteWriter> {
  private readonly ledger = new Ledger()
  private readonly report: ReportProblem
  private readonly retry: RetryingSender
  private readonly queue: BatchQueue
  private readonly loop: ExportLoop
  private readonly batcher: Batcher<Item, Writer>
  private closing: Promise<void> | undefined

  constructor({ name, resource, options, format, transport, onProblem }: SignalParts<Item, Writer>) {
    const ownContext = new OwnContext()
    this.report = problemReporter(name, displayEndpoint(options.endpoint), onProblem)
    this.retry = new RetryingSender(transport, options.retry, (message) =>
      this.report('unreachable', `${message}; trying again, what was not sent is held in memory`),
    )
    this.queue = new BatchQueue(options.maxQueueBytes, options.maxQueueItems)
    const frame = new ResourceFrame(resource, format)
    const { maxInFlight } = options
    this.loop = new ExportLoop(this.queue, frame, this.retry, this.ledger, this.report, ownContext, maxInFlight)
    this.batcher = new Batcher(format, options.batch, ownContext, (batch) => {
      if (this.queue.push(batch)) this.loop.schedule()
      else this.refuse('queue_full', batch.items)
    })
  }

  /** Takes one ended item. Never throws. */
  accept(item: Item): void {
    this.ledger.created++
    const refused = this.closing === undefined ? this.batcher.add(item) : 'shutdown'
    if (refused !== undefined) this.refuse(refused, 1)
  }

  /** Resolves when all that was accepted before is delivered or counted as dropped, or else at the deadline. */
  async flush(timeoutMs: number): Promise<void> {
    this.batcher.close()
    this.retry.wake()
    await within(timeoutMs, this.queue.drained())
  }

  /** Gives everything held one attempt; what is still held at the deadline is dropped and counted. */
  shutdown(timeoutMs: number): Promise<void> {
    this.closing ??= this.close(timeoutMs)
    return this.closing
  }

  stats(): SignalStats {
    const open = this.batcher.held
    const queued = this.queue.held
    return this.ledger.stats({ items: open.items + queued.items, bytes: open.bytes + queued.bytes })
  }

  private async close(timeoutMs: number): Promise<void> {
    this.batcher.close()
    this.retry.finish()
    await within(timeoutMs, this.queue.drained())
    const abandoned = this.queue.abandon()
    this.ledger.drop('shutdown', abandoned)
    if (abandoned > 0) this.report('shutdown', `${abandoned} dropped: still held at the deadline of the shutdown`)
    this.retry.close()
  }

  private refuse(reason: DropReason, items: number): void {
    this.ledger.drop(reason, items)
    this.report(reason, EXPLANATIONS[reason] ?? reason)
  }
}
