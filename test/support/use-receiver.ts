import { type Receiver, startReceiver } from '@heddle/receiver'

/** Batches wait longer than any test: a record arrives only because its process ended. */
export const SLOW_BATCHES = { OTEL_BSP_SCHEDULE_DELAY: '60000', OTEL_BLRP_SCHEDULE_DELAY: '60000' }

export interface UsedReceiver {
  /** Runs from `beforeAll` on: a test and a hook may read it, the body of a `describe` may not. */
  readonly receiver: Receiver
  /**
   * The environment of a process that sends to the receiver, with the settings of the file and
   * those of the call.
   */
  toReceiver(env?: NodeJS.ProcessEnv): NodeJS.ProcessEnv
}

/**
 * One receiver for all tests of a file: started before the first, cleared after each, closed after
 * the last.
 *
 * A file that starts services writes `afterEach(killServices)` above the call, as Jest runs hooks
 * in the order in which they are written: a service that lives on could send to the cleared
 * receiver.
 *
 * @param settings - for every process that sends to the receiver; the protocol chooses the endpoint
 */
export function useReceiver(settings: NodeJS.ProcessEnv = {}): UsedReceiver {
  let started: Receiver | undefined
  beforeAll(async () => {
    started = await startReceiver()
  })
  afterEach(() => started?.clear())
  afterAll(() => started?.close())
  // A proxy, so that a file can write `const { receiver } = useReceiver()` before the receiver has
  // started.
  const receiver = new Proxy({} as Receiver, {
    get(_, name) {
      if (!started) throw new Error('the receiver has not started: only tests and hooks can read it')
      const value: unknown = Reflect.get(started, name)
      return typeof value === 'function' ? value.bind(started) : value
    },
  })
  return {
    receiver,
    toReceiver(env = {}) {
      const all = { ...settings, ...env }
      const { grpcUrl, httpUrl } = receiver
      const isGrpc = all['OTEL_EXPORTER_OTLP_PROTOCOL'] === 'grpc'
      return { OTEL_EXPORTER_OTLP_ENDPOINT: isGrpc ? grpcUrl : httpUrl, ...all }
    },
  }
}
