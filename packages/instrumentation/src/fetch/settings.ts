import { type HeaderCapture, headerCapture } from '../http-semantics/header-capture'
import { propagationFilter } from '../http-semantics/propagation-targets'
import { type MethodNormalizer, methodNormalizer } from '../http-semantics/request-method'
import { type QueryRedactor, queryRedactor } from '../http-semantics/url-redaction'
import { isolated } from '../report'
import type { FetchInstrumentationOptions, OutgoingFetch } from './options'

/** {@link FetchInstrumentationOptions}, prepared once. */
export interface FetchSettings {
  readonly normalizeMethod: MethodNormalizer
  readonly redactQuery: QueryRedactor
  readonly ignoresOutgoing: ((request: OutgoingFetch) => boolean) | undefined
  /** Whether context may go to a URL; `undefined` when it may go to every URL. */
  readonly propagatesTo: ((url: string) => boolean) | undefined
  readonly captureRequestHeaders: HeaderCapture | undefined
  readonly captureResponseHeaders: HeaderCapture | undefined
}

/** Prepares the options. */
export function fetchSettings(options: FetchInstrumentationOptions): FetchSettings {
  return {
    normalizeMethod: methodNormalizer(options.knownMethods),
    redactQuery: queryRedactor(options.redactQueryParameters),
    ignoresOutgoing: options.ignoreOutgoing && isolated('ignoreOutgoing', options.ignoreOutgoing, false),
    propagatesTo: propagationFilter(options.propagateTo),
    captureRequestHeaders: headerCapture('request', options.captureRequestHeaders),
    captureResponseHeaders: headerCapture('response', options.captureResponseHeaders),
  }
}
