import { isMainThread } from 'node:worker_threads'

/** What the hooks below call; neither may reject. */
export interface ExitActions {
  /** Delivers what is held, within its own deadline. */
  flush(): Promise<void>
  /** Delivers what is held and stops, within its own deadline. */
  shutdown(): Promise<void>
  /** Whether anything waits to be delivered. */
  hasPending(): boolean
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const

/**
 * Delivers the last records when the process is asked to end, and leaves the way it ends as it was.
 *
 * A signal listener takes away Node's default of ending the process. So when ours is the only listener, the signal is
 * raised again after the flush and the parent sees the same exit; when the app listens too, ending is the app's
 * business and we only flush. Returns the function that takes the hooks out.
 */
export function installExitHooks(actions: ExitActions): () => void {
  const removers = [onBeforeExit(actions)]
  // Signals are delivered to the main thread only.
  if (isMainThread) removers.push(...SIGNALS.map((signal) => onSignal(signal, actions)))
  return () => {
    for (const remove of removers) remove()
  }
}

function onSignal(signal: NodeJS.Signals, actions: ExitActions): () => void {
  let asked = false
  const listener = () => {
    const isOurs = process.listenerCount(signal) === 1
    if (!isOurs) {
      void actions.flush()
      return
    }
    // A second signal while we flush means "now".
    if (asked) return raise()
    asked = true
    void actions.shutdown().finally(raise)
  }
  const raise = () => {
    remove()
    process.kill(process.pid, signal)
  }
  const remove = () => process.removeListener(signal, listener)
  process.on(signal, listener)
  return remove
}

function onBeforeExit(actions: ExitActions): () => void {
  let wasPending = false
  const listener = () => {
    // The event comes again after each flush: once more only if that one got somewhere.
    const pending = actions.hasPending()
    if (pending && !wasPending) void actions.flush()
    wasPending = pending
  }
  process.on('beforeExit', listener)
  return () => process.removeListener('beforeExit', listener)
}
