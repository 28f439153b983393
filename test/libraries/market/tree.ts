/** What of a span, received or read back, the tree shows. */
interface TreeSpan {
  readonly spanId: string
  readonly parentSpanId?: string | undefined
  readonly service: string
  readonly kind: string
  readonly name: string
}

interface TreeLog {
  readonly spanId?: string | undefined
  readonly body: unknown
}

/**
 * A line a span, and in brackets the logs with its id, in the order of time. Spans of one parent are
 * in the order of their names: processes have clocks of their own.
 */
export function tree(spans: readonly TreeSpan[], logs: readonly TreeLog[] = []): readonly string[] {
  const known = new Set(spans.map(({ spanId }) => spanId))
  const below = (parent: string | undefined, indent: string): readonly string[] =>
    spans
      .filter(({ parentSpanId }) => (known.has(parentSpanId ?? '') ? parentSpanId : undefined) === parent)
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .flatMap((span) => [indent + line(span), ...below(span.spanId, `${indent}  `)])
  const line = ({ spanId, service, kind, name }: TreeSpan) => {
    const written = logs.filter((log) => log.spanId === spanId).map(({ body }) => body)
    return `${service} ${kind} ${name}${written.length > 0 ? ` [${written.join(', ')}]` : ''}`
  }
  return below(undefined, '')
}

/** A checkout, from the gateway to what the consumer writes. */
export const CHECKOUT: readonly string[] = [
  'gateway SERVER POST /shops/:shop/graphql',
  '  gateway INTERNAL mutation Checkout [checking out]',
  '    gateway CLIENT POST',
  '      orders SERVER POST /shops/:shop/orders [order taken]',
  '        orders CLIENT INSERT orders',
  '        orders CLIENT PIPELINE',
  '        orders CLIENT get',
  '        orders CLIENT market.Pricing/GetQuote',
  '          pricing SERVER market.Pricing/GetQuote [priced]',
  '            pricing CLIENT SELECT prices',
  '        orders PRODUCER send orders',
  '          shipping CONSUMER process orders [shipping, shipped]',
  '            shipping CLIENT INSERT shipments',
  '            shipping CLIENT INSERT shipments',
]
