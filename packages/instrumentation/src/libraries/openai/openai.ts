import { type CreatingClass, patchCreate } from '../gen-ai/create'
import type { Library } from '../library'
import { CHAT, COMPLETIONS, EMBEDDINGS } from './completions'
import { RESPONSES } from './responses'

/** The files, the class in each, and the API that its `create` calls. */
const RESOURCES = [
  ['resources/chat/completions/completions', 'Completions', CHAT],
  ['resources/completions', 'Completions', COMPLETIONS],
  ['resources/embeddings', 'Embeddings', EMBEDDINGS],
  ['resources/responses/responses', 'Responses', RESPONSES],
] as const

/**
 * OpenAI by `openai`, and what speaks its API: a span for each call of a model, its retries included,
 * which the helpers (`parse()`, `stream()`, `runTools()`) make in the same way.
 *
 * @see https://github.com/open-telemetry/semantic-conventions-genai/blob/main/docs/gen-ai/openai.md
 */
export const OPENAI: Library = {
  name: 'openai',
  files: RESOURCES.flatMap(([file, name, api]) =>
    ['.js', '.mjs'].map((extension) => ({
      packageName: 'openai',
      file: file + extension,
      isModule: extension === '.mjs',
      names: [name],
      majors: [5, 6, 7],
      patch: (topLevel, calls) => patchCreate(topLevel[name] as CreatingClass, api, calls),
    })),
  ),
}
