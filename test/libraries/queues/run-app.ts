import type { ReceivedSpan } from '@heddle/receiver'
import { runToEnd } from '../../support/service'

/** What the app has printed at its end. */
export async function runApp(app: string, env: NodeJS.ProcessEnv): Promise<Readonly<Record<string, unknown>>> {
  const { code, stdout, stderr } = await runToEnd(`../libraries/queues/${app}`, { env })
  if (code !== 0 || stderr !== '') throw new Error(`${app} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout)
}

/**
 * The span of that name that is a root, and what is below it, in the order of their starts:
 * `a > (b, c)`. The commands of a queue that is kept in a database are another library's.
 */
export function treeOf(received: readonly ReceivedSpan[], root: string): string {
  const spans = received.filter(({ attributes }) => !('db.system.name' in attributes))
  const text = (span: ReceivedSpan): string => {
    const children = spans
      .filter(({ parentSpanId, traceId }) => parentSpanId === span.spanId && traceId === span.traceId)
      .sort((one, other) => Number(one.startTimeUnixNano) - Number(other.startTimeUnixNano))
    const below = children.map(text).join(', ')
    return below === '' ? span.name : `${span.name} > ${children.length > 1 ? `(${below})` : below}`
  }
  return spans
    .filter(({ name, parentSpanId }) => name === root && !parentSpanId)
    .map(text)
    .join('; ')
}

/** The first span of that name, of those below that root. */
export function spanOf(spans: readonly ReceivedSpan[], root: string, name: string): ReceivedSpan {
  const { traceId } = spans.find((span) => span.name === root)!
  return spans.find((span) => span.traceId === traceId && span.name === name)!
}
