import type { TopLevel } from '@heddle/module-hook'
import type { Undo } from '../../patch'
import type { Calls } from '../calls'
import { replaceFunction } from '../functions'
import type { Library } from '../library'
import { EMBEDDING, followModel, LANGUAGE } from './models'
import { tracedTools } from './tools'

const RESOLVERS = [
  ['resolveLanguageModel', LANGUAGE],
  ['resolveEmbeddingModel', EMBEDDING],
] as const
const TOOL_CALL = 'executeToolCall'

/**
 * Vercel's AI SDK by `ai`: a span for each call of a model, and one for each tool that runs. Where
 * the app has switched on the SDK's own telemetry, that has them.
 *
 * @see https://github.com/open-telemetry/semantic-conventions-genai/blob/main/docs/gen-ai/gen-ai-spans.md
 */
export const AI: Library = {
  name: 'ai',
  files: [
    // An ES module in 7.
    { file: 'dist/index.js', majors: [6, 7] },
    { file: 'dist/index.mjs', majors: [6] },
  ].map((file) => ({
    ...file,
    packageName: 'ai',
    isModule: true,
    functions: [...RESOLVERS.map(([name]) => name), TOOL_CALL],
    patch,
  })),
}

function patch(topLevel: TopLevel, calls: Calls): Undo[] {
  return [
    ...RESOLVERS.flatMap(([name, kind]) =>
      replaceFunction(
        topLevel,
        name,
        (original) =>
          function (this: unknown, model, ...rest) {
            followModel(model, kind, calls)
            const resolved = original.call(this, model, ...rest)
            // By its name a model is found here; others may come back as a proxy of themselves.
            if (typeof model === 'string') followModel(resolved, kind, calls)
            return resolved
          },
      ),
    ),
    ...replaceFunction(
      topLevel,
      TOOL_CALL,
      (original) =>
        function (this: unknown, options, ...rest) {
          return original.call(this, tracedTools(options, calls), ...rest)
        },
    ),
  ]
}
