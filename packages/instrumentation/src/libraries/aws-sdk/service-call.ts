import type { Attributes, Link, SpanKind } from '@opentelemetry/api'

/** What a service's commands have of their own. */
export interface ServiceCall {
  readonly name?: string
  readonly kind?: SpanKind
  readonly attributes?: Attributes
  /** It asks whether there is something, and is no span where there is nothing. */
  readonly isPoll?: boolean
  /**
   * The input that is sent in place of the app's.
   *
   * @param carrier - the context of the span, by the names of its headers
   */
  sentInput?(input: object, carrier: Readonly<Record<string, string>>): object
  /** @returns `undefined` for a poll that has got nothing */
  answered?(output: unknown): { readonly attributes?: Attributes; readonly links?: Link[] } | undefined
}
