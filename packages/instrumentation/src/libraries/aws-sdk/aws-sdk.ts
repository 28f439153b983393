import { context } from '@opentelemetry/api'
import { patch, type Undo } from '../../patch'
import type { Calls } from '../calls'
import type { Library } from '../library'
import { startCall } from './call'
import type { Client } from './command'

const IN_CORE = { packageName: '@smithy/core', names: ['Client'], majors: [3], patch: patchClient }
const OF_ITS_OWN = { packageName: '@smithy/smithy-client', names: ['Client'], majors: [3, 4], patch: patchClient }

/**
 * AWS by its SDK 3: a span for each command that a client sends, its retries included. The HTTP
 * requests of a command have none of their own. The context goes with the messages of SQS and SNS, and
 * to the functions of Lambda.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/
 */
export const AWS_SDK: Library = {
  name: 'aws-sdk',
  files: [
    { ...IN_CORE, file: 'dist-cjs/submodules/client/index.js' },
    { ...OF_ITS_OWN, file: 'dist-cjs/index.js' },
    // Node takes the former two for ES modules too; these are for bundlers.
    { ...IN_CORE, file: 'dist-es/submodules/client/smithy-client/client.js' },
    { ...OF_ITS_OWN, file: 'dist-es/client.js' },
  ],
}

function patchClient(topLevel: { readonly Client?: unknown }, calls: Calls): Undo[] {
  // The later versions of the package of its own have the class from the other one.
  if (typeof topLevel.Client !== 'function') return []
  return [
    patch(
      topLevel.Client.prototype as Client,
      'send',
      (original) =>
        function send(this: Client, command, ...rest) {
          const call = startCall(calls, this, command)
          if (call === undefined) return original.call(this, command, ...rest)
          const index = typeof rest[0] === 'function' ? 0 : 1
          const callback = rest[index]
          if (typeof callback === 'function')
            rest[index] = call.answering(callback as Parameters<typeof call.answering>[0])
          try {
            const sending = context.with(call.context, () => original.call(this, command, ...rest))
            return typeof callback === 'function' ? sending : call.followed(sending as Promise<unknown>)
          } catch (error) {
            call.fail(error)
            throw error
          }
        },
    ),
  ]
}
