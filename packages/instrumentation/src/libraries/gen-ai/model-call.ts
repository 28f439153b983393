import { type Attributes, type Span, SpanStatusCode } from '@opentelemetry/api'
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions'
import { clientFailure, propertyOf, textOf } from '../../http-semantics/span-error'
import { reportOnce } from '../../report'
import { type ErrorFacts, failed } from '../calls'
import { deepOf } from './content'

/** Reads what a model answers. */
export interface Answer {
  /** @param part - the whole answer, or the next chunk of a stream */
  read(part: unknown): void
  /** What is known by now. */
  attributes(): Attributes
  /** The code of an error that the answer tells of. */
  failure?(): string | undefined
}

/** The span of a call of a model, until its answer has been read. Nothing of it throws. */
export class ModelCall {
  readonly span: Span
  readonly #answer: Answer
  readonly #startedAt = performance.now()
  #hasChunk = false
  #hasEnded = false

  constructor(span: Span, answer: Answer) {
    this.span = span
    this.#answer = answer
  }

  read(part: unknown): void {
    if (!this.#hasEnded) this.#safely(() => this.#answer.read(part))
  }

  readChunk(chunk: unknown): void {
    if (!this.#hasChunk) {
      this.#hasChunk = true
      this.span.setAttribute('gen_ai.response.time_to_first_chunk', (performance.now() - this.#startedAt) / 1_000)
    }
    this.read(chunk)
  }

  /** The answer has been read, or its caller reads no further. */
  end(): void {
    if (!this.#finish()) return
    const failure = this.#safely(() => this.#answer.failure?.())
    if (failure !== undefined)
      this.span.setAttribute(ATTR_ERROR_TYPE, failure).setStatus({ code: SpanStatusCode.ERROR })
    this.span.end()
  }

  /** An error of the caller's doing, who has aborted the call, is none. */
  fail(error: unknown): void {
    if (isAbort(error)) this.end()
    else if (this.#finish()) failed(this.span, error, factsOf)
  }

  #finish(): boolean {
    if (this.#hasEnded) return false
    this.#hasEnded = true
    this.#safely(() => this.span.setAttributes(this.#answer.attributes()))
    return true
  }

  #safely<Result>(work: () => Result): Result | undefined {
    try {
      return work()
    } catch (error) {
      reportOnce('the answer of a model could not be read', error)
      return undefined
    }
  }
}

/** The class of the SDKs of OpenAI and Anthropic has its message in a bundle too, and no name. */
function isAbort(error: unknown): boolean {
  return clientFailure(error) === undefined || textOf(error, 'message') === 'Request was aborted.'
}

/**
 * The code that the provider has answered, else the status of its response, else the class of the
 * error. What a provider says may quote the prompt, or the end of the key, and a parser quotes what
 * is no JSON: neither is recorded.
 */
function factsOf(error: unknown): ErrorFacts {
  const status = propertyOf(error, 'status')
  const answered = textOf(error, 'code') ?? textOf(error, 'type') ?? textOf(deepOf(error, 'error', 'error'), 'type')
  const type = answered ?? (Number.isInteger(status) ? String(status) : classOf(error))
  const quotes = Number.isInteger(status) || propertyOf(error, 'error') !== undefined || error instanceof SyntaxError
  const message = [Number.isInteger(status) && status, answered].filter(Boolean).join(' ')
  return quotes ? { type, recorded: { name: classOf(error), message } } : { type }
}

function classOf(error: unknown): string {
  return textOf(propertyOf(error, 'constructor'), 'name') ?? '_OTHER'
}
