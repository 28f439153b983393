import { type Attributes, type Span, SpanStatusCode } from '@opentelemetry/api'
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions'
import { errorType, propertyOf, textOf } from '../../http-semantics/span-error'
import { type ErrorFacts, failed } from '../calls'
import { recordable } from '../gen-ai/attributes'
import { contentOf } from '../gen-ai/content'

/** A request of the protocol. */
export interface Message {
  readonly id?: unknown
  readonly method: string
  readonly params?: { readonly _meta?: Readonly<Record<string, unknown>> } | undefined
}

export const OVER_HTTP: Attributes = { 'network.transport': 'tcp', 'network.protocol.name': 'http' }

const INTERNAL_ERROR = -32_603
/** The other side chooses it. */
const MAX_NAME_LENGTH = 255

/**
 * @param id - of the request
 * @param transport - that it goes by
 */
export function describe(
  message: Message,
  id: unknown,
  transport: unknown,
  recordsContent: boolean,
): { readonly name: string; readonly attributes: Attributes } {
  const method = String(message.method).slice(0, MAX_NAME_LENGTH)
  const target = textOf(message.params, 'name')?.slice(0, MAX_NAME_LENGTH)
  const isTool = method === 'tools/call'
  const isPrompt = method === 'prompts/get'
  const attributes = recordable({
    'mcp.method.name': method,
    'jsonrpc.request.id': id === undefined || id === null ? undefined : String(id),
    'mcp.session.id': propertyOf(transport, 'sessionId'),
    'mcp.resource.uri': method.startsWith('resources/') ? uriOf(message) : undefined,
    'gen_ai.operation.name': isTool ? 'execute_tool' : undefined,
    'gen_ai.tool.name': isTool ? target : undefined,
    'gen_ai.prompt.name': isPrompt ? target : undefined,
  })
  const input = isTool && recordsContent ? propertyOf(message.params, 'arguments') : undefined
  return {
    name: (isTool || isPrompt) && target ? `${method} ${target}` : method,
    attributes: {
      ...attributes,
      ...networkOf(transport),
      ...(input !== undefined && jsonOf('gen_ai.tool.call.arguments', input)),
    },
  }
}

/** Ends the span of a request that was answered. A tool tells of its own failure in its result. */
export function answered(span: Span, message: Message, result: unknown, recordsContent: boolean): void {
  if (message.method === 'tools/call') {
    const isError = propertyOf(result, 'isError') === true
    if (isError) span.setAttribute(ATTR_ERROR_TYPE, 'tool_error').setStatus({ code: SpanStatusCode.ERROR })
    else if (recordsContent)
      span.setAttributes(
        jsonOf('gen_ai.tool.call.result', propertyOf(result, 'structuredContent') ?? propertyOf(result, 'content')),
      )
  }
  span.end()
}

/** Ends the span of a request that failed. */
export function refused(span: Span, error: unknown): void {
  failed(span, error, clientFacts)
}

/** Ends the span of a request whose handler threw: without a code it is answered as an internal error. */
export function threw(span: Span, error: unknown): void {
  failed(span, error, serverFacts)
}

/** The message may quote what was given to a tool: the code is recorded in its place. */
function clientFacts(error: unknown): ErrorFacts {
  return codeFacts(error, propertyOf(error, 'code'))
}

function serverFacts(error: unknown): ErrorFacts {
  const code = propertyOf(error, 'code')
  return codeFacts(error, Number.isSafeInteger(code) ? code : INTERNAL_ERROR)
}

function codeFacts(error: unknown, code: unknown): ErrorFacts {
  const type = Number.isSafeInteger(code) ? String(code) : errorType(error)
  return {
    type,
    recorded: { name: textOf(error, 'name') ?? type, message: `code ${type}` },
    ...(Number.isSafeInteger(code) && { attributes: { 'rpc.response.status_code': type } }),
  }
}

function jsonOf(name: string, value: unknown): Attributes {
  const { [name]: json } = contentOf(name, [value as Readonly<Record<string, unknown>>])
  return json === undefined ? {} : { [name]: String(json).slice(1, -1) }
}

/** A client over HTTP knows its URL; one over pipes knows what it has started, and a server its input. */
function networkOf(transport: unknown): Attributes {
  if (propertyOf(transport, '_url') !== undefined) return OVER_HTTP
  const isPipe = [transport, propertyOf(transport, '_wire')].some(
    (each) => (propertyOf(each, '_serverParams') ?? propertyOf(each, '_stdin')) !== undefined,
  )
  return isPipe ? { 'network.transport': 'pipe' } : {}
}

/** Without what may be secret in it: a user, a password, a query. */
function uriOf({ params }: Message): string | undefined {
  return textOf(params, 'uri')
    ?.replace(/[?#].*$/s, '')
    .replace(/\/\/[^/@]*@/, '//')
}
