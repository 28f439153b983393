import type { Ledger } from '../ledger/ledger'
import type { ResolvedSpool } from '../options/spool'
import type { ReportProblem } from '../problems/report'
import type { SpoolDirectory } from './directory/directory'
import type { SegmentKind } from './format/segment'
import type { SpoolFs } from './fs'

/** What the spool is made of. */
export interface SpoolParts {
  readonly options: ResolvedSpool
  /** Of the segments that are written. */
  readonly kind: SegmentKind
  /** Of the segments that can be sent: an earlier process may have encoded otherwise. */
  readonly sendable: readonly SegmentKind['encoding'][]
  readonly directory: SpoolDirectory
  readonly fs: SpoolFs
  readonly now: () => number
  readonly ledger: Ledger
  readonly report: ReportProblem
}
