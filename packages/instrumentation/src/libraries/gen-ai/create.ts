import { type Attributes, context, trace } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import type { Calls } from '../calls'
import { followApiPromise } from './api-promise'
import { recordable, serverOf } from './attributes'
import { type Answer, ModelCall } from './model-call'

/** An API of a provider's. */
export interface Api {
  /** `gen_ai.operation.name`. */
  readonly operation: string
  /** `gen_ai.provider.name` */
  provider(client: unknown): string
  /** What the body of a request says of it, the messages aside. */
  request(body: unknown): Readonly<Record<string, unknown>>
  /** The messages of the request. @default none */
  content?(body: unknown): Attributes
  answer(recordsContent: boolean): Answer
}

/** A class of the SDKs of OpenAI and Anthropic whose `create` calls an API. */
export interface CreatingClass {
  readonly prototype: Resource
}

interface Resource {
  readonly _client?: unknown
  create(body?: unknown, ...rest: unknown[]): unknown
}

/** Traces the calls of an API. Their requests are sent with the span active. */
export function patchCreate({ prototype }: CreatingClass, api: Api, calls: Calls): Undo[] {
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

function describe(
  { operation, provider, request, content }: Api,
  body: unknown,
  client: unknown,
  recordsContent: boolean,
) {
  const model = textOf(body, 'model')?.slice(0, 255)
  const attributes = recordable({
    'gen_ai.operation.name': operation,
    'gen_ai.provider.name': provider(client),
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
