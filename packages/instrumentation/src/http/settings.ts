import type { Context, Link, Tracer } from '@opentelemetry/api'
import { type HeaderCapture, headerCapture } from '../http-semantics/header-capture'
import { propagationFilter } from '../http-semantics/propagation-targets'
import { type MethodNormalizer, methodNormalizer } from '../http-semantics/request-method'
import { type QueryRedactor, queryRedactor } from '../http-semantics/url-redaction'
import { isolated } from '../report'
import type { HttpInstrumentationOptions, IncomingRequest, OutgoingRequest, ResponsePropagator } from './options'

/**
 * The state that the patches read on each request. One object for the life of an instrumentation,
 * across `setConfig()`.
 */
export interface HttpTracing {
  tracer: Tracer
  settings: HttpSettings
  /**
   * Patches that could not be removed, because another patch is on top of them, do nothing while
   * this is `false`.
   */
  enabled: boolean
}

/** {@link HttpInstrumentationOptions}, prepared once so that a request pays for little. */
export interface HttpSettings {
  readonly normalizeMethod: MethodNormalizer
  readonly redactQuery: QueryRedactor
  readonly trustForwardedHeaders: boolean
  readonly captureRequestHeaders: HeaderCapture | undefined
  readonly captureResponseHeaders: HeaderCapture | undefined
  readonly ignoresPath: ((path: string) => boolean) | undefined
  readonly ignoresRequest: ((request: IncomingRequest) => boolean) | undefined
  readonly ignoresOutgoing: ((request: OutgoingRequest) => boolean) | undefined
  /** Whether context may go to a URL; `undefined` when it may go to every URL. */
  readonly propagatesTo: ((url: string) => boolean) | undefined
  readonly links: ((extracted: Context) => readonly Link[]) | undefined
  readonly responsePropagator: ResponsePropagator | undefined
}

/** Prepares the options. */
export function httpSettings(options: HttpInstrumentationOptions): HttpSettings {
  const { ignorePaths = [], ignoreRequest, ignoreOutgoing, links } = options
  return {
    normalizeMethod: methodNormalizer(options.knownMethods),
    redactQuery: queryRedactor(options.redactQueryParameters),
    trustForwardedHeaders: options.trustForwardedHeaders ?? false,
    captureRequestHeaders: headerCapture('request', options.captureRequestHeaders),
    captureResponseHeaders: headerCapture('response', options.captureResponseHeaders),
    ignoresPath: ignorePaths.length > 0 ? pathMatcher(ignorePaths) : undefined,
    ignoresRequest: ignoreRequest && isolated('ignoreRequest', ignoreRequest, false),
    ignoresOutgoing: ignoreOutgoing && isolated('ignoreOutgoing', ignoreOutgoing, false),
    propagatesTo: propagationFilter(options.propagateTo),
    links: links && isolated<[Context], readonly Link[]>('links', links, []),
    responsePropagator: options.responsePropagator,
  }
}

function pathMatcher(patterns: readonly (string | RegExp)[]): (path: string) => boolean {
  const texts = patterns.filter((pattern) => typeof pattern === 'string')
  const whole = new Set(texts.filter((text) => !text.endsWith('*')))
  const beginnings = texts.filter((text) => text.endsWith('*')).map((text) => text.slice(0, -1))
  const expressions = patterns
    .filter((pattern) => typeof pattern !== 'string')
    // A global or sticky expression remembers its last position: the same path would match every
    // other time.
    .map((expression) => new RegExp(expression.source, expression.flags.replace(/[gy]/g, '')))
  return (path) =>
    whole.has(path) ||
    beginnings.some((beginning) => path.startsWith(beginning)) ||
    expressions.some((expression) => expression.test(path))
}
