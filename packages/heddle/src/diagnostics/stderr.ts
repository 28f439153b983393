import { AsyncResource } from 'node:async_hooks'
import { context, ROOT_CONTEXT } from '@opentelemetry/api'
import { suppressTracing } from '@opentelemetry/core'
import { writeWithoutWaiting } from './stderr-write'

/**
 * UTF-16 code units of one message. Longer ones are cut: the app's names and errors may have any
 * length.
 */
export const MAX_LINE_LENGTH = 16_384
/** What waits for a reader of stderr; what comes beyond it is counted. */
const MAX_WAITING_LINES = 64
const RETRY_MS = 1_000
const UNTRACED = suppressTracing(ROOT_CONTEXT)

const waiting: Buffer[] = []
let leftOut = 0
let triesLater = false
let listensForExit = false
/** Where the timer is made, so that it does not keep alive the context of a request. */
const own = new AsyncResource('heddle.stderr')

/**
 * Writes one line of Heddle's own to stderr. Never waits: while nobody reads, up to 64 lines are
 * kept and tried again each second, by an unref'd timer. A bridged `console` does not see the line;
 * otherwise each complaint about a broken pipeline would be one more record for that pipeline.
 */
export function writeStderr(line: string): void {
  if (waiting.length >= MAX_WAITING_LINES) leftOut++
  else waiting.push(lineOf(line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line))
  if (!triesLater) writeUntraced()
}

/** An instrumentation of `node:fs` would make spans of it, in the trace of whichever request is active. */
function writeUntraced(): void {
  context.with(UNTRACED, writeWaiting)
}

function writeWaiting(): void {
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    const taken = writeWithoutWaiting(next)
    if (taken === undefined) {
      // Closed: there is nobody to tell.
      waiting.length = 0
      leftOut = 0
      return
    }
    if (taken < next.length) {
      waiting[0] = next.subarray(taken)
      tryLater()
      return
    }
    waiting.shift()
    if (waiting.length === 0 && leftOut > 0) {
      waiting.push(lineOf(`${leftOut} lines are left out: nobody read stderr`))
      leftOut = 0
    }
  }
}

function tryLater(): void {
  if (!triesLater) own.runInAsyncScope(() => setTimeout(tryAgain, RETRY_MS).unref())
  triesLater = true
  if (listensForExit) return
  listensForExit = true
  process.once('exit', writeUntraced)
}

function tryAgain(): void {
  triesLater = false
  writeUntraced()
}

function lineOf(text: string): Buffer {
  return Buffer.from(`[heddle] ${text}\n`)
}
