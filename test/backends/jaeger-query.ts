/** A span as Jaeger gives it back, in the words of OpenTelemetry. */
export interface StoredSpan {
  readonly service: string
  readonly resource: Attributes
  readonly name: string
  readonly kind: string
  readonly spanId: string
  readonly parentSpanId: string
  readonly flags: number
  readonly attributes: Attributes
  readonly events: readonly string[]
  readonly status: number
  readonly durationMs: number
}

export type Attributes = Readonly<Record<string, string | undefined>>

interface KeyValue {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

interface OtlpSpan {
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: number
  readonly flags?: number
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes?: readonly KeyValue[]
  readonly events?: readonly { readonly name: string }[]
  readonly status?: { readonly code?: number }
}

interface ResourceSpans {
  readonly resource: { readonly attributes: readonly KeyValue[] }
  /** A span that came twice is shown once: its second scope is left without any. */
  readonly scopeSpans: readonly { readonly spans?: readonly OtlpSpan[] }[]
}

const KINDS = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER']

/** The spans of a trace by Jaeger's API v3; none when it knows no such trace. */
export async function jaegerTrace(queryUrl: string, traceId: string): Promise<readonly StoredSpan[]> {
  const answer = await fetch(`${queryUrl}/api/v3/traces/${traceId}`)
  if (answer.status === 404) return []
  if (!answer.ok) throw new Error(`Jaeger answered ${answer.status}: ${await answer.text()}`)
  const { result } = (await answer.json()) as { readonly result: { readonly resourceSpans: readonly ResourceSpans[] } }
  return result.resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans = [] }) => spans.map((span) => stored(span, attributes(resource.attributes)))),
  )
}

function stored(span: OtlpSpan, resource: Attributes): StoredSpan {
  return {
    service: resource['service.name'] ?? '',
    resource,
    name: span.name,
    kind: KINDS[span.kind] ?? String(span.kind),
    spanId: span.spanId,
    parentSpanId: span.parentSpanId ?? '',
    flags: span.flags ?? 0,
    attributes: attributes(span.attributes ?? []),
    events: (span.events ?? []).map(({ name }) => name),
    status: span.status?.code ?? 0,
    durationMs: Number(BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano)) / 1e6,
  }
}

const attributes = (pairs: readonly KeyValue[]): Attributes =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, String(Object.values(value)[0])]))
