import { isMainThread } from 'node:worker_threads'

/** What the hooks below call; none of them may throw or reject. */
export interface ExitActions {
  /** Delivers what is held, within its own deadline. */
  flush(): Promise<void>
  /** Nothing is left to do for the process: delivers what is held, and what can never end any more, within its own deadline, and then lets it end. */
  finish(): Promise<void>
  /** Delivers what is held and stops, within its own deadline. */
  shutdown(): Promise<void>
  /** How many spans have begun, and log records been made, so far. */
  made(): number
  /** The process ends now, by whichever way runs JavaScript: the last chance to keep what was not delivered. */
  exit(code: number): void
}

/** `process`, or a stand-in for it. */
export type Host = Pick<NodeJS.Process, 'pid' | 'on' | 'prependListener' | 'removeListener' | 'listenerCount' | 'kill'>

// Node gives SIGHUP its default action back at start, even under nohup: so it ends the process like the other two.
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** Ctrl-C under `npm start` reaches the app twice, from the terminal and from npm. */
const REPEAT_MS = 500

/**
 * Delivers the last records when the process ends or is asked to, and leaves the way it ends as it was.
 *
 * A signal listener takes away Node's default of ending the process. So when ours is the only listener, the signal is
 * raised again after the flush and the parent sees the same exit; when the app listens too, ending is the app's
 * business and we only flush. Returns the function that takes the hooks out.
 */
export function installExitHooks(
  actions: ExitActions,
  host: Host = process,
  handlesSignals = isMainThread,
): () => void {
  const removers = [onBeforeExit(actions, host), onExit(actions, host)]
  // Node delivers signals to the main thread only.
  if (handlesSignals) removers.push(...SIGNALS.map((signal) => onSignal(signal, actions, host)))
  return () => {
    for (const remove of removers) remove()
  }
}

function onSignal(signal: NodeJS.Signals, actions: ExitActions, host: Host): () => void {
  let endingSince: number | undefined
  const listener = () => {
    if (endingSince !== undefined) {
      if (performance.now() - endingSince > REPEAT_MS) raise()
      return
    }
    // Nobody ends process 1 of a container but by SIGKILL, unless the app listens: the kernel ignores the signal that we
    // would raise. The app lives on as it would without us, so its telemetry does too.
    if (host.pid === 1 || othersListening(signal, host) > 0) {
      void actions.flush()
      return
    }
    endingSince = performance.now()
    void actions.shutdown().then(raise)
  }
  const raise = () => {
    host.removeListener(signal, listener)
    host.kill(host.pid, signal)
  }
  // First, so that the count of listeners still holds those that the app registered with `once`.
  host.prependListener(signal, listener)
  return () => {
    // While we end the process the listener stays: a repeated signal would end it with records still on their way.
    if (endingSince === undefined) host.removeListener(signal, listener)
  }
}

/**
 * How many listeners of the app will decide about the end. Those of the `signal-exit` package do not count: they end the
 * process only if they are alone, as we do, and each would wait for the other for ever.
 */
function othersListening(signal: NodeJS.Signals, host: Host): number {
  const version4 = (globalThis as Record<symbol, { count?: number } | undefined>)[Symbol.for('signal-exit emitter')]
  const version3 = (host as { __signal_exit_emitter__?: { count?: number } }).__signal_exit_emitter__
  return host.listenerCount(signal) - 1 - (version3?.count ?? 0) - (version4?.count ?? 0)
}

function onBeforeExit(actions: ExitActions, host: Host): () => void {
  let flushed = 0
  const listener = () => {
    // The event comes again after each flush; once more only if something was made meanwhile.
    if (actions.made() === flushed) return
    // Once the app's own listeners have run: of one that logs, each flush would otherwise be the reason for the next.
    setImmediate(() => {
      flushed = actions.made()
      void actions.finish()
    })
  }
  host.on('beforeExit', listener)
  return () => host.removeListener('beforeExit', listener)
}

function onExit(actions: ExitActions, host: Host): () => void {
  const listener = (code: number) => actions.exit(code)
  host.on('exit', listener)
  return () => host.removeListener('exit', listener)
}
