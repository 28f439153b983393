/**
 * Preloads run in every worker thread too. pino's transports run in a worker of `thread-stream`,
 * which only moves lines that the main thread has bridged already: a start there costs memory and
 * adds nothing. The worker is recognised by its `workerData`; the script's path is not set yet when
 * a `--require` runs.
 */
export function isTransportWorker(
  isMain: boolean = threads().isMainThread,
  data: unknown = threads().workerData,
): boolean {
  if (isMain || typeof data !== 'object' || data === null) return false
  const { workerData: inner } = data as { workerData?: { $context?: { threadStreamVersion?: unknown } } }
  return inner?.$context?.threadStreamVersion !== undefined
}

/**
 * Not imported, so that `heddle/register` loads nothing that may be missing: see
 * start-from-preload.ts.
 */
function threads(): typeof import('node:worker_threads') {
  return require('node:worker_threads')
}
