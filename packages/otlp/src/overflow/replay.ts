import type { BatchQueue } from '../batch/queue'
import type { CollectorHealth } from '../delivery/collector-health'
import type { OutcomeRecorder } from '../delivery/outcome-recorder'
import type { RetryingSender, RetryListener } from '../delivery/retry'
import type { ContentType, SendOutcome } from '../send/sender'
import type { StoredRecord } from '../spool/format/reader'
import type { SegmentKind } from '../spool/format/segment'
import type { Segment } from '../spool/segments'
import type { Spool } from '../spool/spool'
import type { Load, Part } from './load'
import type { Loader } from './loader'

/** Longest pause between two requests. */
const MAX_PAUSE_MS = 1_000
/** How often the replay checks whether fresh telemetry still waits. */
const RECHECK_MS = 20

const CONTENT_TYPES: Readonly<Record<SegmentKind['encoding'], ContentType>> = {
  protobuf: 'application/x-protobuf',
  json: 'application/json',
}

/** The parts that the replay joins. */
interface ReplayParts {
  readonly spool: Spool
  readonly loader: Loader
  /** Retries without end: the segments of a request stay on disk until it is answered. */
  readonly sender: RetryingSender
  readonly outcomes: OutcomeRecorder
  readonly health: CollectorHealth
  /** Holds fresh telemetry, which goes first. */
  readonly queue: BatchQueue
}

/** Told of what the replay learns. */
export interface ReplayListener {
  /** The collector took a request, or refused it for good: either way it answers. */
  answered(): void
  /** There is nothing to send, or nothing that can be read. */
  drained(): void
}

/**
 * Sends what is on disk: the oldest first, in requests as large as a batch may be, one at a time.
 * It rests as long as each took, and while fresh telemetry waits (up to a second), so that it takes
 * at most half of what the collector can bear.
 */
export class Replay implements RetryListener {
  #listener: ReplayListener | undefined
  #running: Promise<void> | undefined
  #hasMore = false
  #stopped = false
  #endRest = () => {}
  /** Duration of the last request, in milliseconds. */
  #tookMs = 0
  readonly #waiting = new Set<() => void>()
  readonly #parts: ReplayParts

  constructor(parts: ReplayParts) {
    this.#parts = parts
    parts.sender.follow(this)
  }

  /** Whom to tell of what the replay learns. */
  follow(listener: ReplayListener): void {
    this.#listener = listener
  }

  /** To be called whenever there may be something to send. */
  start(): void {
    this.#hasMore = true
    if (this.#stopped) return
    this.#running ??= this.#run()
  }

  /** Tries at once what waits to be tried again. */
  wake(): void {
    this.#parts.sender.wake()
  }

  /** Resolves when everything that could be sent has been, or something is to be tried again. */
  settled(): Promise<void> {
    if (this.#running === undefined) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.add(resolve))
  }

  /** To be called when a request has to be tried again. */
  stalled(): void {
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }

  /**
   * Resolves when the request that is being sent, if there is one, has met its end or had one last
   * attempt.
   */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#endRest()
    this.#parts.sender.finish()
    await this.#running
  }

  close(): void {
    this.#stopped = true
    this.#parts.sender.close()
  }

  async #run(): Promise<void> {
    while (this.#hasMore && !this.#stopped) {
      this.#hasMore = false
      for (let load = await this.#next(); load !== undefined; load = await this.#next()) await this.#replay(load)
      // Not by `||=`, which would undo a start() that comes meanwhile.
      if (!this.#stopped && (await this.#parts.spool.adoptMore())) this.#hasMore = true
    }
    if (this.#stopped) await this.#parts.loader.release()
    this.#parts.loader.forgetMemory()
    this.#tookMs = 0
    this.#running = undefined
    this.stalled()
    if (!this.#stopped) this.#listener?.drained()
  }

  async #next(): Promise<Load | undefined> {
    return this.#stopped ? undefined : this.#parts.loader.next()
  }

  async #replay(load: Load): Promise<void> {
    const { spool, loader } = this.#parts
    const undecided = new Set(load.parts)
    if (await this.#send(load, load.parts, undecided)) {
      load.giveBack()
      return
    }
    // From the beginning, when there is a next time: what lies behind in the same segment must not
    // be taken for the rest of it.
    await loader.release()
    for (const segment of bySegment([...undecided]).keys()) spool.release(segment)
  }

  /**
   * Sends the parts as one request, and each half of one that is refused for good by itself, so
   * that what the collector cannot bear takes nothing else with it. Takes what has met its end from
   * `undecided`. Returns false when there is to be no further attempt.
   */
  async #send(load: Load, parts: readonly Part[], undecided: Set<Part>): Promise<boolean> {
    const { loader, sender, outcomes } = this.#parts
    await this.#rest()
    const start = performance.now()
    const outcome = this.#stopped ? undefined : await sender.send(load.request(parts), CONTENT_TYPES[load.encoding])
    if (outcome === undefined || isUndecided(outcome)) return false
    this.#tookMs = performance.now() - start
    // The connection may still read from a request that was refused before its end.
    if (outcome.kind !== 'delivered') loader.forgetMemory()
    this.#listener?.answered()
    if (outcome.kind === 'rejected' && parts.length > 1) {
      const half = parts.length >> 1
      return (await this.#send(load, parts.slice(0, half), undecided)) && this.#send(load, parts.slice(half), undecided)
    }
    outcomes.record(this.#account(parts, undecided), outcome, this.#tookMs)
    const rest = bySegment([...undecided])
    for (const [segment, records] of bySegment(parts))
      await this.#markSettled(segment, records, load, !rest.has(segment))
    return true
  }

  /** Returns how many items there are. */
  #account(parts: readonly Part[], undecided: Set<Part>): number {
    let items = 0
    for (const part of parts) {
      this.#parts.spool.account(part.segment, part.record.items)
      undecided.delete(part)
      items += part.record.items
    }
    return items
  }

  /**
   * A segment that was sent as a whole is deleted. In one that was not, it is noted what was sent
   * of it.
   */
  async #markSettled(segment: Segment, records: readonly StoredRecord[], load: Load, isAll: boolean): Promise<void> {
    const { spool } = this.#parts
    const end = isAll ? load.endOf(segment) : undefined
    if (end === 'whole') return spool.finish(segment)
    await spool.markSettled(segment, records)
    if (end === 'unreadable') spool.release(segment)
  }

  async #rest(): Promise<void> {
    if (this.#tookMs > 0) await this.#pause(Math.min(this.#tookMs, MAX_PAUSE_MS))
    const start = performance.now()
    while (this.#isFreshWaiting && !this.#stopped && performance.now() - start < MAX_PAUSE_MS) {
      await this.#pause(RECHECK_MS)
    }
  }

  get #isFreshWaiting(): boolean {
    return !this.#parts.health.isFailing && this.#parts.queue.isWaiting
  }

  #pause(delayMs: number): Promise<void> {
    if (this.#stopped) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delayMs).unref()
      this.#endRest = () => {
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

function bySegment(parts: readonly Part[]): Map<Segment, StoredRecord[]> {
  const records = new Map<Segment, StoredRecord[]>()
  for (const { segment, record } of parts) {
    const others = records.get(segment)
    if (others === undefined) records.set(segment, [record])
    else others.push(record)
  }
  return records
}
