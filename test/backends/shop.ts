import { type Service, startService } from '../support/service'

const SHOP = '../../examples/shop'

/** The shop of the examples, in its two processes, telling nobody but the collector. */
export interface Shop {
  readonly processes: readonly Service[]
  /** What Heddle has complained of so far. */
  readonly complaints: () => string
  /** The trace id of one request. */
  visit(visit: Visit): Promise<string>
  /** Ends both as a platform does, which delivers what they hold. */
  stop(): Promise<void>
}

export interface Visit {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
  readonly status: number
}

export const checkout: Visit = { method: 'POST', path: '/shop/acme/checkout', body: { items: ['tea'] }, status: 201 }
export const refund: Visit = { method: 'POST', path: '/shop/acme/refund', status: 502 }
export const report: Visit = { method: 'GET', path: '/shop/acme/report', status: 200 }
export const product: Visit = { method: 'GET', path: '/shop/acme/products/42', status: 200 }

export async function startShop(env: NodeJS.ProcessEnv): Promise<Shop> {
  const settings = {
    HEDDLE_ECHO_REQUEST_ID: 'true',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test,service.version=2.1.0',
    ...env,
  }
  const orders = await startService(`${SHOP}/orders.cjs`, { env: { ...settings, OTEL_SERVICE_NAME: 'orders' } })
  const gateway = await startService(`${SHOP}/gateway.mjs`, {
    env: { ...settings, OTEL_SERVICE_NAME: 'gateway', ORDERS_URL: orders.url },
  })
  return {
    processes: [gateway, orders],
    complaints: () => gateway.stderr() + orders.stderr(),
    async visit({ method, path, body, status }) {
      const answer = await fetch(gateway.url + path, {
        method,
        ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
      await answer.arrayBuffer()
      const traceId = answer.headers.get('x-request-id')
      if (answer.status !== status || traceId === null) throw new Error(`${path} answered ${answer.status}`)
      return traceId
    },
    async stop() {
      await Promise.all([gateway.stop(), orders.stop()])
    },
  }
}
