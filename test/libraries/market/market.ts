import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Service, startService } from '../../support/service'
import { startKafka } from '../servers/kafka'
import { quietPorts } from '../servers/ports'
import { startPostgres } from '../servers/postgres'
import { startRedis } from '../servers/redis'
import type { Server } from '../servers/server'
import type { BuiltMarket, Format, ServiceName } from './build'

export interface MarketServers {
  /** Where the services find them. */
  readonly env: NodeJS.ProcessEnv
  stop(): Promise<void>
}

/** PostgreSQL, Redis and Kafka, with the tables and the topic of the market. */
export async function startMarketServers(): Promise<MarketServers> {
  const started: Server[] = []
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()))
  }
  const keep = async <S extends Server>(starting: Promise<S>) => {
    const server = await starting
    started.push(server)
    return server
  }
  try {
    const [postgres, redis, kafka] = await Promise.all([keep(startPostgres()), keep(startRedis()), keep(startKafka())])
    const env = {
      PGHOST: postgres.host,
      PGPORT: `${postgres.port}`,
      PGUSER: postgres.user,
      PGPASSWORD: postgres.password,
      PGDATABASE: postgres.database,
      REDIS_PORT: `${redis.port}`,
      KAFKA_ADDRESS: `127.0.0.1:${kafka.port}`,
    }
    await promisify(execFile)(process.execPath, [join(__dirname, 'services', 'prepare.mjs')], {
      env: { ...process.env, ...env },
      timeout: 30_000,
    })
    return { env, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export interface MarketOptions {
  readonly format: Format
  /** The Node that runs the services. @default this one */
  readonly node?: string | undefined
  /** Of the servers, and of Heddle. */
  readonly env: NodeJS.ProcessEnv
}

export interface Market {
  /** Orders tea and a cup. */
  checkout(): Promise<Checkout>
  /** What the services have written to stderr. */
  complaints(): string
  /** Ends them as a platform does, the front at first, and returns their exit codes. */
  stop(): Promise<readonly (number | null)[]>
}

export interface Checkout {
  readonly traceId: string
  /** Of the order; the logs have it too. */
  readonly order: string
}

/** The four services, each in a process of its own with nothing but the preload. */
export async function startMarket(built: BuiltMarket, { format, node, env }: MarketOptions): Promise<Market> {
  const [pricing, orders] = await quietPorts(2)
  const settings: NodeJS.ProcessEnv = {
    HEDDLE_ECHO_REQUEST_ID: 'true',
    // kafkajs sets such a timer.
    NODE_OPTIONS: '--disable-warning=TimeoutNegativeWarning',
    PRICING_ADDRESS: `127.0.0.1:${pricing}`,
    ORDERS_URL: `http://127.0.0.1:${orders}`,
    ...env,
  }
  const start = (name: ServiceName, port = 0) =>
    startService(built.file(name, format), {
      ...(node !== undefined && { execPath: node }),
      env: { OTEL_SERVICE_NAME: name, PORT: `${port}`, ...settings },
    })
  const services = await Promise.all([
    start('gateway'),
    start('orders', orders),
    start('pricing', pricing),
    start('shipping'),
  ])
  const [gateway, ...others] = services
  const stopped = async (service: Service) => (await service.stop()).code
  return {
    checkout: () => checkout(gateway.url),
    complaints: () => services.map(({ stderr }) => stderr()).join(''),
    stop: async () => [await stopped(gateway), ...(await Promise.all(others.map(stopped)))],
  }
}

const MUTATION = 'mutation Checkout($id: ID!, $items: [String!]!) { checkout(id: $id, items: $items) { cents } }'

async function checkout(url: string): Promise<Checkout> {
  const order = randomUUID()
  const variables = { id: order, items: ['tea', 'cup'] }
  const answer = await fetch(`${url}/shops/acme/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: MUTATION, variables }),
  })
  const body = await answer.text()
  const traceId = answer.headers.get('x-request-id')
  if (body !== '{"data":{"checkout":{"cents":1650}}}') throw new Error(`answered ${answer.status}: ${body}`)
  if (traceId === null) throw new Error('the gateway is not traced: its answer names no trace')
  return { traceId, order }
}
