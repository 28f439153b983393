import { LIBRARIES } from '@heddle/instrumentation/libraries'
import type { TopLevelFile } from '@heddle/module-hook'

/** CommonJS files whose exports are patched: those that `onModuleCompiled` is called with. */
const EXPORTING: readonly (readonly [packageName: string, ...files: string[]])[] = [
  ['express', 'lib/express.js', 'lib/router/layer.js'],
  ['router', 'lib/layer.js'],
  ['connect', 'index.js'],
  ['@fastify/middie', 'lib/engine.js'],
  ['@nestjs/core', 'exceptions/exceptions-handler.js'],
  ['@trpc/server', 'dist/index.cjs', 'dist/index.js'],
  ['graphql', 'error/GraphQLError.js'],
  ['pino', 'lib/proto.js'],
  ['thread-stream', 'index.js'],
  ['undici', 'lib/dispatcher/pool-base.js', 'lib/pool-base.js'],
  ['winston', 'lib/winston/logger.js'],
  // Heddle itself in a bundle knows by this one that the plugin was there.
  ['heddle', 'dist/index.js'],
]

export const EXPORTING_FILES: readonly TopLevelFile[] = EXPORTING.flatMap(([packageName, ...files]) =>
  files.map((file) => ({ packageName, file })),
)

export const DECLARING_FILES: readonly TopLevelFile[] = Object.values(LIBRARIES).flatMap(({ files }) => files)
