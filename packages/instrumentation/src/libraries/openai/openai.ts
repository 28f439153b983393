import { context, trace } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import type { Calls } from '../calls'
import { followApiPromise } from '../gen-ai/api-promise'
import { recordable, serverOf } from '../gen-ai/attributes'
import { ModelCall } from '../gen-ai/model-call'
import type { Library } from '../library'
import type { Api } from './api'
import { CHAT, COMPLETIONS, EMBEDDINGS } from './completions'
import { providerOf } from './provider'
import { RESPONSES } from './responses'

interface Resource {
  readonly _client?: unknown
  create(body?: unknown, ...rest: unknown[]): unknown
}

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
      patch: (topLevel, calls) =>
        patchCreate((topLevel[name] as { readonly prototype: Resource }).prototype, api, calls),
    })),
  ),
}

function patchCreate(prototype: Resource, api: Api, calls: Calls): Undo[] {
  return [
    patch(
      prototype,
      'create',
      (original) =>
        function create(this: Resource, body, ...rest) {
          const span = calls.start(() => describe(api, body, this._client, calls.recordsContent))
          if (span === undefined) return original.call(this, body, ...rest)
          const call = new ModelCall(span, api.answer(calls.recordsContent))
          try {
            const active = trace.setSpan(context.active(), span)
            const result = context.with(active, original, this, body, ...rest)
            followApiPromise(result, call)
            return result
          } catch (error) {
            call.fail(error)
            throw error
          }
        },
    ),
  ]
}

function describe({ operation, request, content }: Api, body: unknown, client: unknown, recordsContent: boolean) {
  const model = textOf(body, 'model')?.slice(0, 255)
  const attributes = recordable({
    'gen_ai.operation.name': operation,
    'gen_ai.provider.name': providerOf(client),
    'gen_ai.request.model': model,
    'gen_ai.request.stream': propertyOf(body, 'stream') === true || undefined,
    ...request(body),
  })
  return {
    name: model === undefined ? operation : `${operation} ${model}`,
    attributes: {
      ...attributes,
      ...serverOf(propertyOf(client, 'baseURL')),
      ...(recordsContent && content?.(body)),
    },
  }
}
