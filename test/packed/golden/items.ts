import type { Message } from './raw-receiver'

/** What one process sent, and what its steps were. */
export interface Arrived {
  readonly traces: readonly Message[]
  readonly logs: readonly Message[]
  /** The names of the steps by their trace ids. */
  readonly steps: ReadonlyMap<string, string>
}

/** A span or a log record, with its scope. */
export interface Item {
  readonly message: Message
  readonly scope: Message
  readonly schemaUrl: unknown
}

/** The parent of all that begins a step's trace: the script writes it into its requests. */
export const REMOTE_SPAN = '00f067aa0ba902b7'

export const KINDS = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'] as const

export const list = (value: unknown): readonly Message[] => (value ?? []) as readonly Message[]

export const idOf = (value: unknown): string => Buffer.from((value ?? []) as Uint8Array).toString('hex')

export const nanoseconds = (value: unknown): bigint => BigInt(String(value ?? 0))

/** The spans, in the order in which they started. */
export const spansOf = ({ traces }: Arrived): readonly Item[] =>
  itemsOf(traces, 'scopeSpans', 'spans').sort((a, b) => {
    const difference = nanoseconds(a.message['startTimeUnixNano']) - nanoseconds(b.message['startTimeUnixNano'])
    return difference < 0n ? -1 : Number(difference > 0n)
  })

/** The log records, in the order of the requests. */
export const logsOf = ({ logs }: Arrived): readonly Item[] => itemsOf(logs, 'scopeLogs', 'logRecords')

function itemsOf(resources: readonly Message[], scopes: string, items: string): Item[] {
  return resources.flatMap((resource) =>
    list(resource[scopes]).flatMap((each) => {
      const { scope = {}, schemaUrl } = each
      return list(each[items]).map((message) => ({ message, scope: scope as Message, schemaUrl }))
    }),
  )
}
