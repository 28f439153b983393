import { offerWork } from '../../harness/processes/work.cjs'

/**
 * An internal span with ten attributes, as an application makes it by the OpenTelemetry API of the
 * contender's version.
 */
export function offerSpans({ SpanKind, trace }) {
  const tracer = trace.getTracer('bench')
  offerWork((index) => {
    const span = tracer.startSpan('order.price', { kind: SpanKind.INTERNAL, attributes: { 'order.id': index } })
    span.setAttributes({
      'order.currency': 'EUR',
      'order.items': 3,
      'order.total': 12.5,
      'order.gift': false,
      'customer.id': 'c-1042',
      'customer.tier': 'gold',
      'warehouse.region': 'eu-central-1',
      'warehouse.shelf': 'B-17',
      'price.rules': 12,
    })
    span.end()
  })
}
