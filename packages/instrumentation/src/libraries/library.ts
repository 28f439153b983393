import type { TopLevel, TopLevelSubscription } from '@heddle/module-hook'
import type { Undo } from '../patch'
import type { Calls } from './calls'
import type { LibraryChannel } from './traced-channel'

/** A library, and where its calls are found. */
export interface Library {
  /** Its name in `OTEL_NODE_DISABLED_INSTRUMENTATIONS`, which is that of contrib's instrumentation. */
  readonly name: string
  /** Whether it is off unless it is named. @default false */
  readonly isOptIn?: boolean
  /** Files whose functions are replaced. */
  readonly files: readonly LibraryFile[]
  /** Tracing channels on which it tells of its calls itself. @default none */
  readonly channels?: readonly LibraryChannel[]
}

/** A file of a library, in each of its builds. */
interface LibraryFile extends Omit<TopLevelSubscription, 'receive'> {
  /** The major versions that this is true of. */
  readonly majors: readonly number[]
  /**
   * Replaces functions of what the file has declared, each so that it does what it did when `calls`
   * are not traced.
   *
   * @param version - of the package
   */
  patch(topLevel: TopLevel, calls: Calls, version: string): readonly Undo[]
}
