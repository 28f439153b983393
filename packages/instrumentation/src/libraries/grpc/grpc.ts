import type { Library } from '../library'
import { patchClient, patchCopied } from './client'
import { patchServer } from './server'

const GRPC_JS = { packageName: '@grpc/grpc-js', majors: [1] }

/**
 * gRPC by `@grpc/grpc-js`: a span for each call, of a client and of a server, whether it is one
 * message or a stream of them.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/rpc/grpc/
 */
export const GRPC: Library = {
  name: 'grpc',
  files: [
    { ...GRPC_JS, file: 'build/src/client.js', names: ['Client'], patch: patchClient },
    { ...GRPC_JS, file: 'build/src/make-client.js', names: ['requesterFuncs'], patch: patchCopied },
    { ...GRPC_JS, file: 'build/src/server.js', names: ['Server'], patch: patchServer },
  ],
}
