import { propagation } from '@opentelemetry/api'
import { patch, type Undo } from '../patch'
import { headerOf } from './undici-headers'
import { REQUEST_SPAN, type UndiciRequest } from './undici-messages'

type AddHeader = (this: UndiciRequest, name: string, value: string) => unknown

/** Headers that may occur more than once: their values are one list. */
const LISTS: ReadonlySet<string> = new Set(['tracestate', 'baggage'])

/**
 * Lets a traced request keep the ids that it has been given: whoever listens to undici's channels
 * behind us (an APM's agent, contrib's instrumentation of another SDK) would add a second
 * `traceparent`, and two of them are none.
 *
 * @param prototype - that of the requests of one copy of undici
 */
export function keepOwnHeaders(prototype: object): Undo[] {
  const requests = prototype as { addHeader?: AddHeader }
  if (typeof requests.addHeader !== 'function') return []
  return [
    patch(
      requests as { addHeader: AddHeader },
      'addHeader',
      (original) =>
        function (name, value) {
          return isSetAlready(this, name, value) ? this : Reflect.apply(original, this, [name, value])
        },
    ),
  ]
}

function isSetAlready(request: UndiciRequest, name: unknown, value: unknown): boolean {
  if (request[REQUEST_SPAN] === undefined || typeof name !== 'string') return false
  const field = name.toLowerCase()
  if (!propagation.fields().some((own) => own.toLowerCase() === field)) return false
  const present = headerOf(request.headers, name)
  return LISTS.has(field) ? present === value : present !== undefined
}
