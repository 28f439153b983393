import type { Message } from './raw-receiver'

/** What differs from run to run; a name of its own is shown in its place. */
export interface Run {
  readonly folder: string
  readonly node: string
  readonly pid: number
  readonly ports: Readonly<Record<string, number>>
}

const hexOf = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString('hex')

/** An `AnyValue` with its type: texts are in quotes, other values than booleans have theirs named. */
export function shownValue(value: unknown, run: Run, key = ''): string {
  const [[type, held] = ['none', undefined]] = Object.entries((value ?? {}) as Message)
  switch (type) {
    case 'stringValue':
      return JSON.stringify(shownText(String(held), run, key))
    case 'intValue':
      return `int ${shownInteger(String(held), run, key)}`
    case 'doubleValue':
      return `double ${Object.is(held, -0) ? '-0' : held}`
    case 'bytesValue':
      return `bytes ${hexOf(held)}`
    case 'boolValue':
      return String(held)
    case 'arrayValue':
      return `[${membersOf(held)
        .map((member) => shownValue(member, run))
        .join(', ')}]`
    case 'kvlistValue':
      return `{${membersOf(held)
        .map(({ key, value }) => `${key}: ${shownValue(value, run, String(key))}`)
        .join(', ')}}`
    default:
      return 'empty'
  }
}

const membersOf = (held: unknown): readonly Message[] => ((held as Message)['values'] ?? []) as readonly Message[]

function shownInteger(text: string, { pid, ports }: Run, key: string): string {
  const server = Object.keys(ports).find((name) => String(ports[name]) === text)
  if (server !== undefined) return `<${server}>`
  if (key.endsWith('port') && Number(text) > 1_024) return '<port of the caller>'
  if (key.endsWith('pid')) return Number(text) === pid ? '<pid>' : '<another pid>'
  return text
}

function shownText(text: string, { folder, node, ports }: Run, key: string): string {
  if (key === 'host.name') return '<host>'
  if (/^(trace|span)_id$/.test(key) && /^[\da-f]+$/.test(text)) return `<${key}>`
  let shown = text.replaceAll(folder, '<app>').replaceAll(node, '<node>')
  for (const [server, port] of Object.entries(ports)) shown = shown.replaceAll(`:${port}`, `:<${server}>`)
  // The frames of a stack lead through whoever instruments.
  return shown.replace(/(\n +at [^\n]*)+/g, '\n at …').replace(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/, '<uuid>')
}
