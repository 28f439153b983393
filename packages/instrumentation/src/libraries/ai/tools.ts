import { type Context, context, type Span, SpanKind, trace } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { type Calls, failed } from '../calls'
import { recordable } from '../gen-ai/attributes'
import { jsonOf } from '../gen-ai/content'
import { isTelemetryOn } from './own-telemetry'

type Execute = (this: unknown, input: unknown, options: unknown) => unknown

/** The options with which a tool is executed, with that tool traced. */
export function tracedTools(options: unknown, calls: Calls): unknown {
  const name = textOf(propertyOf(options, 'toolCall'), 'toolName')
  const tools = propertyOf(options, 'tools')
  const tool = name !== undefined && Object.hasOwn(Object(tools), name) ? propertyOf(tools, name) : undefined
  const execute = propertyOf(tool, 'execute')
  if (!calls.enabled || name === undefined || typeof execute !== 'function') return options
  const traced = Object.create(tool as object, {
    execute: { value: tracedExecute(name, tool, execute as Execute, calls), enumerable: true },
  })
  return { ...(options as object), tools: { ...(tools as object), [name]: traced } }
}

function tracedExecute(name: string, tool: unknown, execute: Execute, calls: Calls): Execute {
  return (input, options) => {
    const span = isTelemetryOn()
      ? undefined
      : calls.start(() => describe(name, input, options, calls), SpanKind.INTERNAL)
    if (span === undefined) return execute.call(tool, input, options)
    const active = trace.setSpan(context.active(), span)
    try {
      const result = context.with(active, execute, tool, input, options)
      if (isAsyncIterable(result)) return iterated(result, span, active)
      return typeof propertyOf(result, 'then') === 'function'
        ? (result as Promise<unknown>).then(...settling(span, calls))
        : settling(span, calls)[0](result)
    } catch (error) {
      failed(span, error, factsOf)
      throw error
    }
  }
}

function settling(span: Span, calls: Calls): [(result: unknown) => unknown, (error: unknown) => never] {
  return [
    (result) => {
      if (calls.recordsContent && result !== undefined) span.setAttributes(jsonOf('gen_ai.tool.call.result', result))
      span.end()
      return result
    },
    (error) => {
      failed(span, error, factsOf)
      throw error
    },
  ]
}

/** A tool that gives preliminary results, one after the other. */
async function* iterated(results: AsyncIterable<unknown>, span: Span, active: Context): AsyncGenerator<unknown> {
  const iterator = context.with(active, () => results[Symbol.asyncIterator]())
  try {
    while (true) {
      const { done, value } = await context.with(active, () => iterator.next())
      if (done) return value
      yield value
    }
  } catch (error) {
    failed(span, error, factsOf)
    throw error
  } finally {
    span.end()
  }
}

function describe(name: string, input: unknown, options: unknown, { recordsContent }: Calls) {
  const attributes = recordable({
    'gen_ai.operation.name': 'execute_tool',
    'gen_ai.tool.name': name,
    'gen_ai.tool.call.id': propertyOf(options, 'toolCallId'),
    'gen_ai.tool.type': 'function',
  })
  return {
    name: `execute_tool ${name}`,
    attributes: { ...attributes, ...(recordsContent && jsonOf('gen_ai.tool.call.arguments', input)) },
  }
}

/** The message of a tool’s error may quote what it was given. */
function factsOf(error: unknown) {
  return { recorded: { name: textOf(error, 'name') ?? 'Error', message: '' } }
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof (value as Partial<AsyncIterable<unknown>> | null | undefined)?.[Symbol.asyncIterator] === 'function'
}
