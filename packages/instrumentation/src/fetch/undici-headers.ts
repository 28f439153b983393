import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { TextMapSetter } from '@opentelemetry/api'
import { reportOnce } from '../report'
import type { UndiciRequest } from './undici-messages'

/**
 * Writes a header into a request that undici is about to send, and replaces one that the caller has
 * set: two `traceparent` headers would be invalid (undici's own `addHeader()` appends). Omits an
 * invalid header.
 */
export const undiciRequestSetter: TextMapSetter<UndiciRequest> = {
  set(request, name, value) {
    try {
      validateHeaderName(name)
      validateHeaderValue(name, value)
      if (typeof request.headers === 'string') request.headers = withHeader(request.headers, name, value)
      else setHeader(request.headers, name, value)
    } catch (error) {
      reportOnce('a header could not be set', error)
    }
  },
}

/**
 * The value of a header in a flat list of names and values, or in a header block; an array when the
 * header occurs more than once, or has an array as its value.
 */
export function headerOf(headers: readonly unknown[] | string, name: string): string | string[] | undefined {
  const list = typeof headers === 'string' ? namesAndValues(headers) : headers
  const values: string[] = []
  for (let index = 0; index + 1 < list.length; index += 2) {
    if (!isNamed(list[index], name)) continue
    const value = list[index + 1]
    if (Array.isArray(value)) values.push(...value.map(String))
    else values.push(String(value))
  }
  return values.length > 1 ? values : values[0]
}

/** The value of a header that undici takes out of the list, to write it itself. */
export function ownHeaderOf(request: UndiciRequest, name: string): unknown {
  if (name === 'host') return request.host ?? undefined
  return name === 'content-length' ? (request.contentLength ?? undefined) : undefined
}

function namesAndValues(block: string): string[] {
  return block.split('\r\n').flatMap((line) => {
    const colon = line.indexOf(':')
    return colon === -1 ? [] : [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
}

function setHeader(headers: unknown[], name: string, value: string): void {
  for (let index = headers.length - 2; index >= 0; index -= 2) {
    if (isNamed(headers[index], name)) headers.splice(index, 2)
  }
  headers.push(name, value)
}

function withHeader(block: string, name: string, value: string): string {
  const others = block.split('\r\n').filter((line) => line !== '' && !isNamed(line.slice(0, line.indexOf(':')), name))
  return [...others, `${name}: ${value}`, ''].join('\r\n')
}

/** Response headers are buffers in some versions. */
function isNamed(candidate: unknown, name: string): boolean {
  const text = typeof candidate === 'string' ? candidate : String(candidate)
  return text.length === name.length && text.toLowerCase() === name.toLowerCase()
}
