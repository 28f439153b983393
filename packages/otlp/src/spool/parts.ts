import type { Ledger } from '../ledger/ledger'
import type { ResolvedSpool } from '../options/spool'
import type { ReportProblem } from '../problems/report'
import type { SpoolDirectory } from './directory/directory'
import type { SegmentKind } from './format/segment'
import type { SpoolFs } from './fs'

/** The parts that the spool joins. */
export interface SpoolParts {
  readonly options: ResolvedSpool
  /** Signal and encoding of new segments. */
  readonly kind: SegmentKind
  /** Encodings of segments that can be sent: an earlier process may have encoded otherwise. */
  readonly sendable: readonly SegmentKind['encoding'][]
  readonly directory: SpoolDirectory
  readonly fs: SpoolFs
  readonly now: () => number
  readonly ledger: Ledger
  readonly report: ReportProblem
}
