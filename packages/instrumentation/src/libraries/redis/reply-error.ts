import { textOf } from '../../http-semantics/span-error'
import type { ErrorFacts } from '../calls'

/** What a server says of a command that it does not know ends with the command's arguments. */
const ARGUMENTS = /(, with args beginning with:)[^\n]*/

/**
 * The prefix of the server's error, such as `WRONGTYPE`; an error of the client has Node's code or its
 * name.
 */
export function factsOfReply(error: unknown): ErrorFacts {
  const message = textOf(error, 'message') ?? ''
  const prefix = /^[A-Z][A-Z0-9]{2,}(?= )/.exec(message)?.[0]
  if (prefix === undefined) return {}
  return { type: prefix, attributes: { 'db.response.status_code': prefix }, ...withoutArguments(error, message) }
}

function withoutArguments(error: unknown, message: string): Pick<ErrorFacts, 'recorded'> {
  if (!ARGUMENTS.test(message)) return {}
  const clean = (text: string | undefined) => text?.replace(ARGUMENTS, '')
  return { recorded: { name: textOf(error, 'name'), message: clean(message), stack: clean(textOf(error, 'stack')) } }
}
