import type { ReceivedSpan, Receiver } from '@heddle/receiver'
import { runToEnd } from '../support/service'

export interface Calls {
  readonly printed: readonly string[]
  /** Each span of the library behind the name of its parent, sorted. */
  readonly calls: readonly string[]
  readonly spans: readonly ReceivedSpan[]
  /** The parents of a span that the app starts in a callback. */
  readonly inCallback: readonly string[]
  of(parent: string): readonly ReceivedSpan[]
}

/** Runs the app, in a folder beside this file, with the library that it is to load and where the server is. */
export async function callsOf(
  receiver: Receiver,
  app: string,
  args: readonly (string | number)[],
  env: NodeJS.ProcessEnv,
): Promise<Calls> {
  const ended = await runToEnd(`../libraries/${app}`, { args: args.map(String), env })
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  const spans = [...receiver.spans]
  const names = new Map(spans.map(({ spanId, name }) => [spanId, name]))
  const parentOf = ({ parentSpanId }: ReceivedSpan) => (parentSpanId ? (names.get(parentSpanId) ?? 'unknown') : 'none')
  const ofLibrary = spans.filter(({ scope }) => scope.name.startsWith('@heddle/instrumentation/'))
  return {
    printed: ended.stdout.trim().split('\n').sort(),
    calls: ofLibrary.map((span) => `${parentOf(span)} > ${span.name}`).sort(),
    spans: ofLibrary,
    inCallback: spans.filter(({ name }) => name === 'in the callback').map(parentOf),
    of: (parent) => ofLibrary.filter((span) => parentOf(span) === parent),
  }
}

export const facts = ({ kind, attributes, status, events }: ReceivedSpan) => ({
  kind,
  attributes,
  status,
  exceptions: events.map((event) => event.attributes['exception.message']),
})
