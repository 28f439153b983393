import type { RetryingSender } from '../send/retry'
import type { ContentType, SendOutcome } from '../send/sender'
import type { Settlement } from '../settlement'
import type { SegmentKind, StoredRecord } from './segment'
import type { Segment } from './segments'
import type { Spool } from './spool'

/** Longest pause between two records. */
const MAX_PAUSE_MS = 1_000
/** How often it is looked whether fresh telemetry still waits. */
const GLANCE_MS = 20

const CONTENT_TYPES: Readonly<Record<SegmentKind['encoding'], ContentType>> = {
  protobuf: 'application/x-protobuf',
  json: 'application/json',
}

/** What the replay takes part in. */
export interface ReplayParts {
  readonly spool: Spool
  /** Tries each record for as long as it takes: until then, its segment stays. */
  readonly sender: RetryingSender
  readonly settlement: Settlement
  readonly isFreshWaiting: () => boolean
  /** The collector took a record, or refused it for good: either way it answers. */
  readonly onAnswer: () => void
  /** There is nothing to send, or nothing that can be read. */
  readonly onIdle: () => void
}

/**
 * Sends what is on disk: the oldest first, one record at a time. It rests as long as each record took, and while fresh telemetry waits
 * (up to a second), so that it takes at most half of what the collector can bear.
 */
export class Replay {
  private running: Promise<void> | undefined
  private hasMore = false
  private stopped = false
  private endRest = () => {}

  constructor(private readonly parts: ReplayParts) {}

  /** To be called whenever there may be something to send. */
  start(): void {
    this.hasMore = true
    if (this.stopped) return
    this.running ??= this.run()
  }

  /** Tries at once what waits to be tried again. */
  wake(): void {
    this.parts.sender.wake()
  }

  /** Resolves when the record that is being sent, if there is one, has met its end or had one last attempt. */
  async stop(): Promise<void> {
    this.stopped = true
    this.endRest()
    this.parts.sender.finish()
    await this.running
  }

  close(): void {
    this.stopped = true
    this.parts.sender.close()
  }

  private async run(): Promise<void> {
    while (this.hasMore && !this.stopped) {
      this.hasMore = false
      for (let next = await this.next(); next !== undefined; next = await this.next()) await this.replay(next)
    }
    this.running = undefined
    if (!this.stopped) this.parts.onIdle()
  }

  private async next(): Promise<Segment | undefined> {
    return this.stopped ? undefined : this.parts.spool.next()
  }

  private async replay(segment: Segment): Promise<void> {
    const { spool, sender, settlement, onAnswer } = this.parts
    const contents = await spool.read(segment)
    let tookMs = 0
    let last: StoredRecord | undefined
    for (const record of contents?.records ?? []) {
      // Not the last one: the segment goes as a whole.
      if (last !== undefined) await spool.note(segment, last)
      last = undefined
      // A damaged record is passed over: what is left unsettled when the segment is finished counts as corrupt.
      if (!record.isIntact()) continue
      await this.rest(tookMs)
      const start = performance.now()
      const outcome = this.stopped ? undefined : await sender.send(record.payload, CONTENT_TYPES[contents!.encoding])
      if (outcome === undefined || isUndecided(outcome)) return spool.release(segment)
      tookMs = performance.now() - start
      spool.settle(segment, record.items)
      settlement.enter(record.items, outcome, tookMs)
      last = record
      onAnswer()
    }
    if (contents !== undefined) await spool.finish(segment)
  }

  private async rest(tookMs: number): Promise<void> {
    if (tookMs > 0) await this.pause(Math.min(tookMs, MAX_PAUSE_MS))
    const start = performance.now()
    while (this.parts.isFreshWaiting() && !this.stopped && performance.now() - start < MAX_PAUSE_MS) {
      await this.pause(GLANCE_MS)
    }
  }

  private pause(delayMs: number): Promise<void> {
    if (this.stopped) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delayMs).unref()
      this.endRest = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Whether the collector has not answered. */
function isUndecided(outcome: SendOutcome): boolean {
  return outcome.kind === 'retry' || (outcome.kind === 'rejected' && outcome.reason === 'shutdown')
}
