import { type Arrived, type Item, idOf, KINDS, list, nanoseconds } from './items'
import { placesOf } from './places'
import type { Message } from './raw-receiver'
import { type Run, shownValue } from './shown'

/** All that arrived: each field by its place, `step > item | field`, and each item by its own. */
export type Fields = ReadonlyMap<string, string>

type Pair = readonly [name: string, value: string]

export function fieldsOf(arrived: Arrived, run: Run): Fields {
  const fields = new Map<string, string>()
  const add = (place: string, pairs: Iterable<Pair>) => {
    fields.set(place, 'there')
    for (const [name, value] of pairs) fields.set(`${place} | ${name}`, value)
  }
  for (const signal of ['traces', 'logs'] as const)
    for (const { resource, schemaUrl } of arrived[signal])
      add(`resource of ${signal}`, [['schemaUrl', quoted(schemaUrl)], ...attributesOf(resource as Message, run)])
  const { spans, logs, nameOf } = placesOf(arrived, run)
  for (const [place, item] of spans)
    add(place, [
      ...originOf(item, run),
      ['parent', nameOf(item.message['parentSpanId'])],
      ...spanFields(item.message, run),
    ])
  for (const [place, item] of logs)
    add(place, [...originOf(item, run), ['span', nameOf(item.message['spanId'])], ...logFields(item.message, run)])
  return fields
}

const quoted = (value: unknown): string => JSON.stringify(value ?? '')

const hexadecimal = (value: unknown): string => `0x${Number(value ?? 0).toString(16)}`

function* originOf({ scope, schemaUrl }: Item, run: Run): Generator<Pair> {
  yield ['scope.name', quoted(scope['name'])]
  const isInstrumentation = /^@(opentelemetry|fastify|heddle)\//.test(String(scope['name']))
  yield ['scope.version', isInstrumentation ? '<its own>' : quoted(scope['version'])]
  yield ['schemaUrl', quoted(schemaUrl)]
  yield* attributesOf(scope, run, 'scope.')
}

function* attributesOf(message: Message, run: Run, prefix = ''): Generator<Pair> {
  for (const { key, value } of list(message['attributes']))
    yield [`${prefix}attributes.${key ?? ''}`, shownValue(value, run, String(key))]
  yield* countOf('droppedAttributesCount', message, prefix)
}

function* countOf(name: string, message: Message, prefix = ''): Generator<Pair> {
  if (Number(message[name] ?? 0) > 0) yield [prefix + name, String(message[name])]
}

/** The present is the same for all; a time that the script gives is shown. */
function* timeOf(name: string, message: Message, prefix = ''): Generator<Pair> {
  const time = nanoseconds(message[name])
  yield [prefix + name, Math.abs(Number(time / 1_000_000n) - Date.now()) < 120_000 ? '<now>' : String(time)]
}

function* spanFields(span: Message, run: Run): Generator<Pair> {
  yield ['name', quoted(span['name'])]
  yield ['kind', KINDS[Number(span['kind'] ?? 0)]!]
  yield ['flags', hexadecimal(span['flags'])]
  yield ['traceState', quoted(span['traceState'])]
  yield* timeOf('startTimeUnixNano', span)
  yield* timeOf('endTimeUnixNano', span)
  const { code = 0, message } = (span['status'] ?? {}) as { readonly code?: number; readonly message?: string }
  yield ['status.code', ['UNSET', 'OK', 'ERROR'][code] ?? String(code)]
  yield ['status.message', quoted(message)]
  yield* attributesOf(span, run)
  for (const [index, event] of list(span['events']).entries()) {
    yield [`events.${index}.name`, quoted(event['name'])]
    yield* timeOf('timeUnixNano', event, `events.${index}.`)
    yield* attributesOf(event, run, `events.${index}.`)
  }
  for (const [index, link] of list(span['links']).entries()) {
    yield [`links.${index}.to`, `trace "${idOf(link['traceId'])}" span "${idOf(link['spanId'])}"`]
    yield [`links.${index}.flags`, hexadecimal(link['flags'])]
    yield [`links.${index}.traceState`, quoted(link['traceState'])]
    yield* attributesOf(link, run, `links.${index}.`)
  }
  yield* countOf('droppedEventsCount', span)
  yield* countOf('droppedLinksCount', span)
}

function* logFields(log: Message, run: Run): Generator<Pair> {
  yield ['flags', hexadecimal(log['flags'])]
  yield* timeOf('timeUnixNano', log)
  yield* timeOf('observedTimeUnixNano', log)
  yield ['severityNumber', String(log['severityNumber'] ?? 0)]
  yield ['severityText', quoted(log['severityText'])]
  yield ['body', log['body'] ? shownValue(log['body'], run) : 'none']
  yield ['eventName', quoted(log['eventName'])]
  yield* attributesOf(log, run)
}
