import { type ClientRequest, validateHeaderName, validateHeaderValue } from 'node:http'
import type { TextMapGetter, TextMapSetter } from '@opentelemetry/api'
import { reportOnce } from '../report'
import type { Header } from './client/request-arguments'
import type { IncomingRequest } from './options'
import type { OutgoingResponse } from './server/exchange'

/**
 * Reads a received request's headers, whose names Node has lower-cased. The carrier is the request
 * itself, so that a propagator (a trust policy by path or peer) can decide by more than headers.
 */
export const requestHeadersGetter: TextMapGetter<IncomingRequest> = {
  keys: ({ headers }) => Object.keys(headers),
  get({ headers }, name) {
    const value: unknown = headers[name] ?? headers[name.toLowerCase()]
    // The headers are a plain object: a name such as `constructor` would find an inherited
    // property.
    return typeof value === 'string' || Array.isArray(value) ? value : undefined
  },
}

/** Writes into the headers of a request that is about to be sent. Omits an invalid header. */
export const clientRequestSetter: TextMapSetter<ClientRequest> = { set: setHeader }

/** Collects headers for a request that does not exist yet. */
export const headerListSetter: TextMapSetter<Header[]> = {
  set(list, name, value) {
    try {
      validateHeaderName(name)
      validateHeaderValue(name, value)
      list.push([name, value])
    } catch (error) {
      reportOnce('a header could not be set', error)
    }
  },
}

/** Writes into the headers of a response. */
export const responseHeadersSetter: TextMapSetter<unknown> = {
  set: (response, name, value) => setHeader(response as OutgoingResponse, name, value),
}

function setHeader(message: ClientRequest | OutgoingResponse, name: string, value: string): void {
  try {
    message.setHeader(name, value)
  } catch (error) {
    reportOnce('a header could not be set', error)
  }
}
