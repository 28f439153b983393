import { type Attributes, SpanKind } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import type { ServiceCall } from './service-call'
import { SERVICES } from './services'
import type { MiddlewareStack } from './stack'

export interface Client {
  readonly config: unknown
  readonly middlewareStack: MiddlewareStack
  /** @param rest - options and a callback, or one of the two */
  send(command: Command, ...rest: unknown[]): unknown
}

export interface Command {
  readonly input?: unknown
}

/** What the span of a command says, and what is done with its input and output. */
export interface DescribedCommand extends ServiceCall {
  readonly name: string
  readonly kind: SpanKind
  readonly attributes: Attributes
}

export function describeCommand(client: Client, command: Command): DescribedCommand {
  const service = textOf(client.config, 'serviceId') ?? 'AWS'
  const operation = operationOf(command)
  const region = regionOf(client)
  const call = SERVICES[service]?.(operation, command.input) ?? {}
  return {
    name: `${service}.${operation}`,
    kind: SpanKind.CLIENT,
    ...call,
    attributes: {
      'rpc.system.name': 'aws-api',
      'rpc.method': `${service}/${operation}`,
      ...(region && { 'cloud.region': region }),
      ...call.attributes,
    },
  }
}

/** Newer commands have a schema, whose third member is the operation; a bundler may shorten the names of classes. */
function operationOf(command: Command): string {
  // Commands of documents have one of items within.
  const sent = (propertyOf(command, 'clientCommand') ?? command) as Command
  const schema = propertyOf(sent, 'schema')
  const name = Array.isArray(schema) ? schema[2] : sent.constructor.name.replace(/Command$/, '')
  return String(name)
}

const regions = new WeakMap<Client, { name?: string }>()

/** `undefined` until the client's provider has told it, which is asked once. */
export function regionOf(client: Client): string | undefined {
  const known = regions.get(client)
  if (known !== undefined) return known.name
  const asked: { name?: string } = {}
  regions.set(client, asked)
  void learnRegion(client, asked)
  return undefined
}

async function learnRegion({ config }: Client, region: { name?: string }): Promise<void> {
  try {
    const provider = propertyOf(config, 'region')
    const name = typeof provider === 'function' ? await provider.call(config) : provider
    if (typeof name === 'string') region.name = name
  } catch {
    // The command fails for the same reason.
  }
}
