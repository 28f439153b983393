import type { BatchLimits } from '../batch/batcher'
import type { BatchQueue } from '../batch/queue'
import type { RequestFrame } from '../batch/request-frame'
import { OutcomeRecorder } from '../delivery/outcome-recorder'
import { type CollectorState, RetryingSender, type RetryPolicy } from '../delivery/retry'
import type { Format } from '../encode/format'
import type { ExportObserver } from '../ledger/export-observer'
import type { Ledger } from '../ledger/ledger'
import type { ResolvedSpool } from '../options/spool'
import type { ReportProblem } from '../problems/report'
import type { Sender } from '../send/sender'
import { SpoolDirectory } from '../spool/directory'
import type { SegmentKind } from '../spool/format/segment'
import type { SpoolFs } from '../spool/fs'
import { JournalFiles } from '../spool/journal-file'
import type { Processes } from '../spool/processes'
import { Spool } from '../spool/spool'
import type { SignalName } from '../telemetry'
import type { UntracedContext } from '../untraced-context'
import { Copies } from './in-flight-copies'
import { Journal } from './journal'
import { Loader } from './loader'
import { Replay } from './replay'
import { SpoolOverflow } from './spool-overflow'

/** The spool's options, and the world that it lives in, which tests replace. */
export interface SpoolSettings {
  readonly options: ResolvedSpool
  readonly fs: SpoolFs
  readonly processes: Processes
  readonly now: () => number
}

/** What of a signal's pipeline the overflow needs. */
export interface OverflowSurroundings {
  readonly signal: SignalName
  readonly contentType: Format<never, never>['contentType']
  readonly queue: BatchQueue
  /** How much is sent at a time, from disk too. */
  readonly limits: BatchLimits
  readonly frame: RequestFrame
  readonly transport: Sender
  readonly retry: RetryPolicy
  readonly collector: CollectorState
  /** What else than `contentType` the transport can send. */
  readonly sendable: readonly SegmentKind['encoding'][]
  readonly ledger: Ledger
  readonly report: ReportProblem
  readonly observer?: ExportObserver | undefined
  readonly untracedContext: UntracedContext
  readonly onDeactivated: () => void
}

/**
 * Puts together the stages on disk.
 *
 * ```text
 * waiting batches → write → segments on disk → read → send, again and again → enter in the ledger
 *        Overflow   Spool   SpoolDirectory     Replay RetryingSender(transport)
 * ```
 *
 * The journal stands beside it: nothing is sent from there before the process is dead, and what it left is segments of the next one.
 */
export function createOverflow(
  { options, fs, processes, now }: SpoolSettings,
  { signal, contentType, sendable, transport, retry, collector, limits, ...pipeline }: OverflowSurroundings,
): SpoolOverflow {
  const { queue, ledger, report, observer } = pipeline
  const encoding = contentType === 'application/json' ? 'json' : 'protobuf'
  const directory = new SpoolDirectory(options.dir, signal, fs, processes, now)
  const kind = { signal, encoding } as const
  const spool = new Spool({ options, kind, sendable, directory, fs, now, ledger, report })
  const outcomes = new OutcomeRecorder(ledger, report, observer)
  const copies = new Copies(spool, outcomes, () => replay.start())
  const patient = { ...retry, maxElapsedMs: Number.POSITIVE_INFINITY }
  const sender = new RetryingSender(transport, patient, {
    onRetry(message) {
      report('unreachable', `${message}; trying again, what was not sent is kept on disk`)
      replay.stall()
    },
    // It waits on disk already.
    overflow: { hasRoom: false, isActive: false },
    collector,
  })
  const loader = new Loader(spool, signal, () => ({
    maxItems: limits.maxItems,
    // What is on its way makes no room for what is new.
    maxBytes: Math.min(limits.maxBytes, spool.segmentBytes),
    maxSegments: spool.maxInUse,
  }))
  const replay = new Replay({
    spool,
    loader,
    sender,
    outcomes,
    isFreshWaiting: () => !overflow.isActive && queue.isWaiting,
    onAnswer: () => overflow.deactivate(),
    onDrained: () => overflow.deactivateUnlessCopied(),
  })
  const journal =
    options.maxJournalBytes === 0
      ? undefined
      : new Journal({
          files: new JournalFiles(kind, directory, fs, now),
          frame: pipeline.frame,
          untracedContext: pipeline.untracedContext,
          report,
          maxBytes: () => spool.maxJournalBytes,
          onWritten: () => spool.noteJournal(),
        })
  const overflow = new SpoolOverflow({ ...pipeline, spool, replay, copies, journal })
  return overflow
}
