import { types } from 'node:util'
import { type Attributes, context, createContextKey, trace } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { patch } from '../../patch'
import { reportOnce } from '../../report'
import type { Calls } from '../calls'
import { recordable } from '../gen-ai/attributes'
import { deepOf } from '../gen-ai/content'
import { ModelCall } from '../gen-ai/model-call'
import { EmbeddingAnswer, GeneratedAnswer, promptOf } from './generated'
import { isTelemetryOn } from './own-telemetry'
import { providerOf } from './provider'

type Method = (this: unknown, options: unknown, ...rest: unknown[]) => unknown

/** The methods of a model, and what a call of them is. */
interface ModelKind {
  readonly methods: readonly string[]
  readonly operation: string
}

export const LANGUAGE: ModelKind = { methods: ['doGenerate', 'doStream'], operation: 'chat' }
export const EMBEDDING: ModelKind = { methods: ['doEmbed'], operation: 'embeddings' }

const WITHIN = createContextKey('heddle: within a call of a model')
const followed = new WeakSet<object>()

/** A proxy stands for a model, whose methods it would call from the method that is put into the model. */
export function followModel(model: unknown, kind: ModelKind, calls: Calls): void {
  if (typeof model !== 'object' || model === null || types.isProxy(model) || followed.has(model)) return
  // The app has frozen it.
  if (!Object.isExtensible(model)) return
  followed.add(model)
  const methods = model as Record<string, Method>
  for (const name of kind.methods) {
    if (typeof propertyOf(model, name) !== 'function') continue
    try {
      patch(methods, name, (original) => traced(original, kind, calls))
    } catch (error) {
      reportOnce('a model could not be traced', error)
    }
  }
}

function traced(original: Method, { operation }: ModelKind, calls: Calls): Method {
  return function (options, ...rest) {
    const isOwn = calls.enabled && (isTelemetryOn() || context.active().getValue(WITHIN) === true)
    const span = isOwn ? undefined : calls.start(() => describe(this, operation, options, calls.recordsContent))
    if (span === undefined) return original.call(this, options, ...rest)
    const answer = operation === 'chat' ? new GeneratedAnswer(calls.recordsContent) : new EmbeddingAnswer()
    const call = new ModelCall(span, answer)
    // A model that middleware wraps is one that is followed, too, if the app uses it alone as well.
    const active = trace.setSpan(context.active(), span).setValue(WITHIN, true)
    try {
      const result = context.with(active, original, this, options, ...rest)
      return whenAnswered(result, call)
    } catch (error) {
      call.fail(error)
      throw error
    }
  }
}

async function whenAnswered(result: unknown, call: ModelCall): Promise<unknown> {
  try {
    const answer = await result
    const stream = propertyOf(answer, 'stream')
    if (stream instanceof ReadableStream) {
      call.span.setAttribute('gen_ai.request.stream', true)
      return { ...(answer as object), stream: followStream(stream, call) }
    }
    call.read(answer)
    call.end()
    return answer
  } catch (error) {
    call.fail(error)
    throw error
  }
}

/** The stream, which is read when it is asked for more. */
function followStream(stream: ReadableStream<unknown>, call: ModelCall): ReadableStream<unknown> {
  const reader = stream.getReader()
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) {
            call.end()
            controller.close()
            return
          }
          call.readChunk(value)
          controller.enqueue(value)
        } catch (error) {
          call.fail(error)
          throw error
        }
      },
      cancel(reason) {
        call.end()
        return reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}

function describe(
  model: unknown,
  operation: string,
  options: unknown,
  recordsContent: boolean,
): { readonly name: string; readonly attributes: Attributes } {
  const modelId = textOf(model, 'modelId')?.slice(0, 255)
  const attributes = recordable({
    'gen_ai.operation.name': operation,
    'gen_ai.provider.name': providerOf(textOf(model, 'provider')),
    'gen_ai.request.model': modelId,
    'gen_ai.request.max_tokens': propertyOf(options, 'maxOutputTokens'),
    'gen_ai.request.temperature': propertyOf(options, 'temperature'),
    'gen_ai.request.top_p': propertyOf(options, 'topP'),
    'gen_ai.request.top_k': propertyOf(options, 'topK'),
    'gen_ai.request.seed': propertyOf(options, 'seed'),
    'gen_ai.request.frequency_penalty': propertyOf(options, 'frequencyPenalty'),
    'gen_ai.request.presence_penalty': propertyOf(options, 'presencePenalty'),
    'gen_ai.request.stop_sequences': propertyOf(options, 'stopSequences'),
    'gen_ai.output.type': deepOf(options, 'responseFormat', 'type'),
  })
  return {
    name: modelId === undefined ? operation : `${operation} ${modelId}`,
    attributes: { ...attributes, ...(recordsContent && promptOf(options)) },
  }
}
