import type { AnyValueMap } from '@opentelemetry/api-logs'
import { AttributeMap } from './attribute-map'
import type { Conversion } from './conversion'
import { isError, readProperty } from './exception'
import { hasProperties, keysOf } from './keys'

/**
 * The attributes of one record: the logger's bindings, then the details of the call. One error
 * among the details is the record's exception.
 */
export function recordAttributes(
  conversion: Conversion,
  bindings: AnyValueMap,
  error: Error | undefined,
  details: readonly unknown[],
): AnyValueMap {
  const attributes: AnyValueMap = Object.assign(new AttributeMap(), bindings)
  let others: unknown[] | undefined
  let exception = error
  for (const detail of details) {
    if (isError(detail)) {
      if (exception === undefined) exception = detail
      else others = withMember(others, detail)
    } else if (hasProperties(detail)) {
      exception = copyAttributes(conversion, detail, attributes, exception)
    } else if (detail !== undefined && detail !== null) {
      others = withMember(others, detail)
    }
  }
  if (others !== undefined) conversion.set(attributes, 'details', others)
  if (exception !== undefined) conversion.setException(attributes, exception)
  return attributes
}

/**
 * @returns the exception of the record: the one that it has, otherwise the first error among the
 *   properties
 */
function copyAttributes(
  conversion: Conversion,
  source: object,
  target: AnyValueMap,
  exception: Error | undefined,
): Error | undefined {
  let kept = 0
  let looked = 0
  let found = exception
  for (const key of keysOf(source)) {
    if (conversion.isFull(kept, looked++)) {
      conversion.markTruncated(target)
      break
    }
    const value = readProperty(source, key)
    if (found === undefined && isError(value)) found = value
    else if (conversion.set(target, key, value)) kept++
  }
  return found
}

function withMember(members: unknown[] | undefined, member: unknown): unknown[] {
  if (members === undefined) return [member]
  members.push(member)
  return members
}
