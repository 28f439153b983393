import { diag, type TextMapGetter, type TextMapSetter } from '@opentelemetry/api'

/**
 * The getter's value for the header, if the header is enabled; `undefined` when the getter throws.
 */
export function readHeader<Carrier>(
  carrier: Carrier,
  getter: TextMapGetter<Carrier>,
  name: string | undefined,
): unknown {
  if (name === undefined) return undefined
  try {
    return getter.get(carrier, name)
  } catch {
    return undefined
  }
}

/**
 * Sets the header, if the header is enabled; an error of the setter (headers already sent, say)
 * must not reach the app.
 */
export function writeHeader<Carrier>(
  carrier: Carrier,
  setter: TextMapSetter<Carrier>,
  name: string | undefined,
  value: string,
): void {
  if (name === undefined) return
  try {
    setter.set(carrier, name, value)
  } catch (error) {
    diag.debug(`@heddle/propagation: the header ${name} could not be set`, error)
  }
}

/**
 * The value of a header that may occur once: a list of one counts as its item, a list of several is
 * invalid.
 */
export function singleHeader(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  try {
    return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? value[0] : undefined
  } catch {
    // An array can be a proxy that throws.
    return undefined
  }
}

/**
 * The value of a header that may occur several times, in order and joined by commas (RFC 7230,
 * 3.2.2). Joining stops at `enoughLength` characters, so that a long list costs no more than a long
 * header.
 */
export function combineHeaders(value: unknown, enoughLength: number): string | undefined {
  if (typeof value === 'string') return value
  try {
    if (!Array.isArray(value) || value.length === 0) return undefined
    let combined = ''
    const count = Math.min(value.length, enoughLength)
    for (let index = 0; index < count && combined.length < enoughLength; index++) {
      if (typeof value[index] === 'string') combined += index === 0 ? value[index] : `,${value[index]}`
    }
    return combined
  } catch {
    return undefined
  }
}
