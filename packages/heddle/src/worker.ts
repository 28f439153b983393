import { isMainThread } from 'node:worker_threads'

/**
 * Preloads run in every worker thread too. pino's transports (thread-stream) live in one that only moves lines which
 * the main thread has bridged already: starting there costs memory and says nothing new.
 */
export function isInfrastructureWorker(scriptPath: string | undefined = process.argv[1]): boolean {
  return !isMainThread && scriptPath !== undefined && /[\\/]thread-stream[\\/]/.test(scriptPath)
}
