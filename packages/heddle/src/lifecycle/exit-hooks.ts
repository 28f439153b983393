import { isMainThread } from 'node:worker_threads'
import { type ExitActions, type Host, onBeforeExit, onExit } from './exit-events'
import { watchSignals } from './process-signals'
import { installInSandbox, realProcess } from './sandbox'

/**
 * Delivers the last records when the process ends or is asked to end. Returns the function that
 * removes the hooks.
 */
export function installExitHooks(
  actions: ExitActions,
  host: Host = process,
  handlesSignals = isMainThread,
  isReal?: Parameters<typeof watchSignals>[2],
): () => void {
  if (host === process && realProcess() !== process) return installInSandbox(actions, realProcess())
  const removers = [onBeforeExit(actions, host), onExit(actions, host)]
  // Node delivers signals to the main thread only.
  if (handlesSignals) removers.push(watchSignals(actions, host, isReal))
  return () => {
    for (const remove of removers) remove()
  }
}
