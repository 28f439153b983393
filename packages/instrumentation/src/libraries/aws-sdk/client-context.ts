import { propertyOf } from '../../http-semantics/span-error'
import { parsed } from './json'

/** As many characters as Lambda takes. */
const MAX_CLIENT_CONTEXT = 3_583

/** The input of an invocation with the carrier among the custom values of its client context. */
export function withClientContext(input: object, carrier: Readonly<Record<string, string>>): object {
  const given = propertyOf(input, 'ClientContext')
  const own = typeof given === 'string' ? parsed(Buffer.from(given, 'base64').toString()) : {}
  if (typeof own !== 'object' || own === null) return input
  const written = { ...own, custom: { ...(propertyOf(own, 'custom') as object), ...carrier } }
  const encoded = Buffer.from(JSON.stringify(written)).toString('base64')
  return encoded.length > MAX_CLIENT_CONTEXT ? input : { ...input, ClientContext: encoded }
}
