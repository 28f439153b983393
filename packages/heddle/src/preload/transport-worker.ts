/**
 * Preloads run in every worker thread too. pino's transports live in a worker of `thread-stream`, which only moves
 * lines that the main thread has bridged already: starting there costs memory and says nothing new. It is known by the
 * data that it hands to its worker; the script's path is not there yet when a `--require` runs.
 */
export function isTransportWorker(
  isMain: boolean = threads().isMainThread,
  data: unknown = threads().workerData,
): boolean {
  if (isMain || typeof data !== 'object' || data === null) return false
  const { workerData: inner } = data as { workerData?: { $context?: { threadStreamVersion?: unknown } } }
  return inner?.$context?.threadStreamVersion !== undefined
}

/** Not imported, so that `heddle/register` has nothing to load that is not there: see start-from-preload.ts. */
function threads(): typeof import('node:worker_threads') {
  return require('node:worker_threads')
}
