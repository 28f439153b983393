import { types } from 'node:util'
import { ignoredCalls } from '@heddle/sdk'
import { type DiagLogger, type DiagLogLevel, diag } from '@opentelemetry/api'
import { addToApiGlobal, apiGlobal } from '../otel-api/global'
import { explainLateSdk } from '../otel-api/late-sdk'
import { RepeatedMessages } from './repeated-messages'
import { writeStderr } from './stderr'

/** The bound of one detail, such as the message of an error. */
const MAX_DETAIL_LENGTH = 1_024
const MAX_DETAILS = 5
const MAX_PROPERTIES = 10

let repeated = new RepeatedMessages()

/**
 * Heddle's own messages: OpenTelemetry's `diag`, on stderr. At level `debug` or `verbose` every
 * message is written; at the other levels each kind is written once.
 */
const stderrLogger: DiagLogger = {
  error(message, ...details) {
    const explained = explainLateSdk(textOf(message))
    if (explained !== undefined) writeOnce('error', explained, details)
  },
  warn: (message, ...details) => writeOnce('warn', message, details),
  info: (message, ...details) => writeOnce('info', message, details),
  debug: (message, ...details) => writeStderr(lineOf('debug', message, details)),
  verbose: (message, ...details) => writeStderr(lineOf('verbose', message, details)),
}

let isInstalled = false

/**
 * Installs our logger at `level`, unless the app has set its own. A later start sets the level
 * again, and messages that were written once are written again.
 */
export function installDiagnostics(level: DiagLogLevel): void {
  if (apiGlobal().diag !== undefined && !isInstalled) return
  isInstalled = true
  repeated = new RepeatedMessages()
  addToApiGlobal(() => diag.setLogger(stderrLogger, { logLevel: level, suppressOverrideMessage: true }))
}

/** At an end: how often came what was said once. */
export function reportRepeats(): void {
  ignoredCalls.sayRest()
  const rest = repeated.takeRest()
  if (rest !== undefined) writeStderr(`warn: ${rest}`)
}

function writeOnce(level: string, message: string, details: readonly unknown[]): void {
  const line = repeated.admit(lineOf(level, message, details))
  if (line !== undefined) writeStderr(line)
}

function lineOf(level: string, message: unknown, details: readonly unknown[]): string {
  const shown = details.slice(0, MAX_DETAILS).map((detail) => `: ${textOf(detail)}`)
  return `${level}: ${textOf(message)}${shown.join('')}`
}

/** Whatever is handed to `diag`, in bounds: it may be the app's own. */
function textOf(detail: unknown): string {
  try {
    const text = typeof detail === 'object' ? (reasonOf(detail) ?? membersOf(detail)) : detail
    return String(text).slice(0, MAX_DETAIL_LENGTH)
  } catch {
    return typeof detail
  }
}

/**
 * What an error says, or several in one: OpenTelemetry's providers reject with a list of errors, and
 * Node with one that has no message of its own when no address of a host answers.
 */
function reasonOf(detail: object | null, depth = 0): string | undefined {
  if (Array.isArray(detail) && depth < 3)
    return detail
      .slice(0, MAX_DETAILS)
      .map((each) => inList(each, depth))
      .join('; ')
  if (!(detail instanceof Error)) return undefined
  const { message, errors } = detail as { message: string; errors?: unknown }
  return message === '' && Array.isArray(errors) ? reasonOf(errors, depth + 1) : message
}

function inList(each: unknown, depth: number): string {
  return typeof each === 'object' ? (reasonOf(each, depth + 1) ?? '…') : String(each)
}

/** The scalars of an object, as JSON: what lies deeper may have no end. */
function membersOf(object: object | null): string {
  if (object === null || types.isProxy(object) || ArrayBuffer.isView(object))
    return object === null ? 'null' : 'an object'
  const members: Record<string, unknown> = {}
  let count = 0
  for (const key in object) {
    if (++count > MAX_PROPERTIES) break
    const value = (object as Record<string, unknown>)[key]
    members[key] =
      typeof value === 'object' ? '…' : typeof value === 'string' ? value.slice(0, MAX_DETAIL_LENGTH) : value
  }
  return JSON.stringify(members)
}
