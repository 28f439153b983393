import { isMainThread, workerData } from 'node:worker_threads'

/**
 * Preloads run in every worker thread too. pino's transports live in a worker of `thread-stream`, which only moves
 * lines that the main thread has bridged already: starting there costs memory and says nothing new. It is known by the
 * data that it hands to its worker; the script's path is not there yet when a `--require` runs.
 */
export function isInfrastructureWorker(isMain = isMainThread, data: unknown = workerData): boolean {
  if (isMain || typeof data !== 'object' || data === null) return false
  const { workerData: inner } = data as { workerData?: { $context?: { threadStreamVersion?: unknown } } }
  return inner?.$context?.threadStreamVersion !== undefined
}
