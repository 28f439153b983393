import { propertyOf } from '../../http-semantics/span-error'
import { patch } from '../../patch'
import { deepOf } from './content'
import type { ModelCall } from './model-call'

/**
 * What the SDKs of OpenAI and Anthropic return: a promise that reads the body of the response only
 * when somebody asks for it.
 */
interface ApiPromise {
  responsePromise: Promise<unknown>
  parseResponse(...args: unknown[]): Promise<unknown>
  asResponse(): Promise<unknown>
  /** Another such promise, for the same response. */
  _thenUnwrap(transform: (answer: unknown, ...rest: unknown[]) => unknown): ApiPromise
}

/** A stream of chunks. Each way to read it begins with `iterator`. */
interface Stream {
  iterator(): AsyncIterator<unknown>
  readonly controller: AbortController
}

/**
 * Ends the call when the body has been read, when it failed, or, where the caller takes the response
 * itself (`asResponse()`), when that is there. The promise stays the one that the app gets: what is
 * replaced within it settles as what was there before.
 */
export function followApiPromise(result: unknown, call: ModelCall): void {
  if (isApiPromise(result)) follow(result, new Following(result, call))
  else call.end()
}

/** What the promises for one response share. */
class Following {
  readonly call: ModelCall
  /** Rejects where the app has nobody handle it, as the one that it replaces would have. */
  readonly responsePromise: Promise<unknown>
  isParsed = false
  #isAnswered = false

  constructor({ responsePromise }: ApiPromise, call: ModelCall) {
    this.call = call
    this.responsePromise = responsePromise.then(undefined, (error) => {
      call.fail(error)
      throw error
    })
  }

  answered(answer: unknown): void {
    if (this.#isAnswered) return
    this.#isAnswered = true
    if (isStream(answer)) {
      followStream(answer, this.call)
      return
    }
    this.call.read(answer)
    this.call.end()
  }
}

function follow(promise: ApiPromise, following: Following): void {
  const { parseResponse, asResponse, _thenUnwrap } = promise
  promise.responsePromise = following.responsePromise
  promise.parseResponse = async (...args) => {
    following.isParsed = true
    try {
      const answer = await parseResponse.apply(promise, args)
      following.answered(answer)
      return answer
    } catch (error) {
      following.call.fail(error)
      throw error
    }
  }
  promise.asResponse = async () => {
    const response = await asResponse.call(promise)
    if (!following.isParsed) following.call.end()
    return response
  }
  promise._thenUnwrap = (transform) => {
    const unwrapped = _thenUnwrap.call(promise, (answer, ...rest) => {
      following.answered(answer)
      return transform(answer, ...rest)
    })
    follow(unwrapped, following)
    return unwrapped
  }
}

/** Ends the call when the stream has been read, is left or aborted, or breaks. */
function followStream(stream: Stream, call: ModelCall): void {
  const { iterator: original, controller } = stream
  let isRead = false
  let pending = 0
  // The stream aborts itself as it breaks: whoever waits for its next chunk gets to know why.
  controller.signal.addEventListener('abort', () => pending === 0 && call.end(), { once: true })
  stream.iterator = function (this: Stream) {
    const iterator = original.call(this)
    if (isRead) return iterator
    isRead = true
    patch(iterator, 'next', (next) => async (...args) => {
      pending++
      try {
        const result = await next.apply(iterator, args)
        if (result.done) call.end()
        else call.readChunk(result.value)
        return result
      } catch (error) {
        call.fail(error)
        throw error
      } finally {
        pending--
      }
    })
    if (iterator.return !== undefined)
      patch(iterator, 'return', (leave) => (...args) => {
        call.end()
        return leave!.apply(iterator, args)
      })
    return iterator
  }
}

function isApiPromise(value: unknown): value is ApiPromise {
  return (
    hasMethods(value, 'parseResponse', 'asResponse', '_thenUnwrap') &&
    hasMethods(propertyOf(value, 'responsePromise'), 'then')
  )
}

function isStream(value: unknown): value is Stream {
  return hasMethods(value, 'iterator') && hasMethods(deepOf(value, 'controller', 'signal'), 'addEventListener')
}

function hasMethods(value: unknown, ...names: readonly string[]): boolean {
  return names.every((name) => typeof propertyOf(value, name) === 'function')
}
