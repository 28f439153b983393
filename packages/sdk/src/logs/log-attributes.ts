import type { AnyValue } from '@opentelemetry/api-logs'
import { type DescribeValue, NestedCopy } from './nested-copy'
import { cutScalar, isScalar } from './scalar'

/**
 * Bounds of the attributes of one log record, as the specification's `OTEL_LOGRECORD_*` limits have
 * them. `Infinity` is no bound.
 */
export interface LogRecordLimits {
  readonly attributeCount: number
  readonly attributeValueLength: number
}

/**
 * Copies the values of one record, with their texts cut: the app may go on changing what it logged
 * before a batch is exported.
 *
 * @see https://opentelemetry.io/docs/specs/otel/common/#anyvalue
 */
export class ValueCopies {
  readonly #length: number
  readonly #describe: DescribeValue
  /**
   * One copy serves for all values, as it bounds their total size. Made for the first value that is
   * no scalar: most records hold scalars alone.
   */
  #nested: NestedCopy | undefined

  /** @param length - of a text, in UTF-16 code units; `Infinity` or 0 cuts none */
  constructor(length: number, describe: DescribeValue) {
    this.#length = length
    this.#describe = describe
  }

  of(value: unknown): AnyValue {
    if (isScalar(value)) return cutScalar(value, this.#length)
    this.#nested ??= new NestedCopy(this.#length, this.#describe)
    return this.#nested.of(value)
  }
}
