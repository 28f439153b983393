import { once } from 'node:events'
import { request } from 'node:http'
import type { ReceivedSpan, Receiver } from '@heddle/receiver'
import { startService } from '../support/service'

export interface Answer {
  /** The request, as the test wrote it. */
  readonly line: string
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** An app's answers, and its spans of each request. */
export interface Served {
  readonly answers: readonly Answer[]
  /** The trace id of the n-th request. */
  traceOf(index: number): string
  spansOf(index: number): readonly ReceivedSpan[]
}

/** An app in this folder, its settings, and the requests to it. Those of one round are sent at once. */
export interface Job {
  readonly script: string
  readonly env: NodeJS.ProcessEnv
  /**
   * `METHOD /path`. The client of one that begins with `!` goes away when the answer begins.
   */
  readonly rounds: readonly (readonly string[])[]
}

/** What the app answers with Heddle, which sends to the receiver. */
export async function servedBy(receiver: Receiver, job: Job): Promise<Served> {
  const answers = await answersOf(job, ['--import', 'heddle/register'])
  const spans = [...receiver.spans]
  return { answers, traceOf, spansOf: (index) => spans.filter(({ traceId }) => traceId === traceOf(index)) }
}

/** What the app answers without Heddle. */
export async function answersOf(
  { script, env, rounds }: Job,
  execArgv: readonly string[] = [],
): Promise<readonly Answer[]> {
  const service = await startService(`../frameworks/${script}`, { env, execArgv })
  const answers: Answer[] = []
  for (const round of rounds)
    answers.push(...(await Promise.all(round.map((line, index) => send(service.url, line, answers.length + index)))))
  await service.stop()
  expect(service.stderr()).toBe('')
  return answers
}

const traceOf = (index: number) => (index + 1).toString(16).padStart(32, '0')

async function send(url: string, line: string, index: number): Promise<Answer> {
  const [method, path = ''] = line.replace('!', '').split(' ')
  const headers = { traceparent: `00-${traceOf(index)}-00000000000000aa-01` }
  const sending = request(new URL(path, url), { method, headers, agent: false }).end()
  const [response] = await once(sending, 'response')
  let body = ''
  if (line.startsWith('!')) sending.destroy()
  else for await (const chunk of response) body += chunk
  const { date, ...others } = response.headers
  return { line, status: response.statusCode, headers: others, body }
}

/** What a request's span says of its route and its errors. */
export function outcome(served: Served, index: number) {
  const { line, status } = served.answers[index]!
  const [span, ...others] = served.spansOf(index)
  return {
    line,
    status,
    name: span?.name,
    route: span?.attributes['http.route'],
    exceptions: span?.events.map(({ attributes }) => attributes['exception.message']),
    failed: span?.status.code === 'ERROR',
    others: others.length,
  }
}

/** A request, its status, its route, and the exception of a failure. */
export type Expected = readonly [line: string, status: number, route?: string | undefined, exception?: string]

/** The outcomes that are expected. */
export function outcomes(requests: readonly Expected[]): ReturnType<typeof outcome>[] {
  return requests.map(([line, status, route, exception]) => {
    const [method] = line.replace('!', '').split(' ')
    return {
      line,
      status,
      name: route === undefined ? method : `${method} ${route}`,
      route,
      exceptions: exception === undefined ? [] : [exception],
      failed: exception !== undefined,
      others: 0,
    }
  })
}
