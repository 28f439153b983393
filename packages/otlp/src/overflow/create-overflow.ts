import type { BatchLimits } from '../batch/batcher'
import type { BatchQueue } from '../batch/queue'
import type { RequestFrame } from '../batch/request-frame'
import type { CollectorHealth } from '../delivery/collector-health'
import type { OutcomeRecorder } from '../delivery/outcome-recorder'
import { RetryingSender, type RetryPolicy } from '../delivery/retry'
import type { Format } from '../encode/format'
import type { Ledger } from '../ledger/ledger'
import type { ResolvedSpool } from '../options/spool'
import type { ReportProblem } from '../problems/report'
import type { Sender } from '../send/sender'
import { SpoolDirectory } from '../spool/directory/directory'
import type { Processes } from '../spool/directory/processes'
import type { SegmentKind } from '../spool/format/segment'
import type { SpoolFs } from '../spool/fs'
import { JournalFiles } from '../spool/journal-file'
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

/** The spool of a signal, and its journal. */
interface DiskStore {
  readonly spool: Spool
  readonly journal: Journal | undefined
}

/** The parts of a signal's pipeline that the store on disk needs. */
interface StoreParts {
  readonly signal: SignalName
  readonly contentType: Format<never, never>['contentType']
  /** Encodings that the transport can send, as an earlier process may have encoded otherwise. */
  readonly sendable: readonly SegmentKind['encoding'][]
  readonly frame: RequestFrame
  readonly ledger: Ledger
  readonly report: ReportProblem
  readonly untracedContext: UntracedContext
}

/** The parts of a signal's pipeline that the overflow needs. */
interface OverflowParts {
  readonly signal: SignalName
  readonly queue: BatchQueue
  /** Bounds of a request. They hold for what is sent from disk too. */
  readonly limits: BatchLimits
  readonly frame: RequestFrame
  readonly transport: Sender
  readonly retry: RetryPolicy
  readonly health: CollectorHealth
  readonly outcomes: OutcomeRecorder
  readonly report: ReportProblem
  readonly untracedContext: UntracedContext
}

/** The overflow as the replay's sender sees it: its requests are on disk already. */
const NO_OVERFLOW = { hasRoom: false, isActive: false }

/**
 * The spool and the journal of a signal. The journal stands beside the spool: nothing is sent from
 * the journal while the process lives. The next process adopts its files as segments.
 */
export function createStore({ options, fs, processes, now }: SpoolSettings, parts: StoreParts): DiskStore {
  const { signal, contentType, sendable, frame, ledger, report, untracedContext } = parts
  const kind = { signal, encoding: contentType === 'application/json' ? 'json' : 'protobuf' } as const
  const directory = new SpoolDirectory(options.dir, signal, fs, processes, now)
  const spool = new Spool({ options, kind, sendable, directory, fs, now, ledger, report })
  if (options.maxJournalBytes === 0) return { spool, journal: undefined }
  const files = new JournalFiles(kind, directory, fs, now)
  return { spool, journal: new Journal({ files, frame, untracedContext, report, spool }) }
}

/**
 * Puts together the stages on disk.
 *
 * ```text
 * waiting batches → write → segments on disk → read → send, again and again → enter in the ledger
 *   SpoolOverflow   Spool   SpoolDirectory    Loader, Replay   RetryingSender(transport)   OutcomeRecorder
 * ```
 */
export function createOverflow({ spool, journal }: DiskStore, parts: OverflowParts): SpoolOverflow {
  const { signal, queue, limits, frame, transport, retry, health, outcomes, report, untracedContext } = parts
  const loader = new Loader(spool, signal, limits)
  const sender = new RetryingSender(
    transport,
    { ...retry, maxElapsedMs: Number.POSITIVE_INFINITY },
    {
      health,
      overflow: NO_OVERFLOW,
      onRetry: (message) => report('unreachable', `${message}; trying again, what was not sent is kept on disk`),
    },
  )
  const replay = new Replay({ spool, loader, sender, outcomes, health, queue })
  const copies = new Copies(spool, outcomes, replay)
  const overflow = new SpoolOverflow({ queue, frame, health, spool, replay, copies, journal, untracedContext })
  replay.follow(overflow)
  return overflow
}
