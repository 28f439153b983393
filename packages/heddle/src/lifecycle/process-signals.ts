import { AsyncResource, executionAsyncResource } from 'node:async_hooks'
import { constants } from 'node:os'
import type { ExitActions, Host } from './exit-events'

// Node restores the default action of SIGHUP at start, even under nohup: SIGHUP ends the process
// like the other two.
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
type EndSignal = (typeof SIGNALS)[number]

/** Ctrl-C under `npm start` reaches the app twice, from the terminal and from npm. */
const REPEAT_MS = 500
/** How often it is looked whether there is still something to lose. */
const LOOK_MS = 1_000

/** What a listener of a signal is called with. */
type IsReal = (signal: EndSignal, args: readonly unknown[]) => boolean

/**
 * Delivers the last records when the process is told to end, and does not change how it ends.
 *
 * A signal listener removes Node's default of ending the process, and it runs only when the event
 * loop turns. So there is a listener only while there is something to lose: an idle process, or one
 * that computes for a minute without spans, ends by the signal at once, as without us. If ours is
 * the only listener, the signal is raised again after the flush, and the parent sees the same exit.
 * If the app listens too, the app decides about the end and we only flush. Returns the function
 * that removes the hooks.
 */
export function watchSignals(actions: ExitActions, host: Host, isReal: IsReal = isOfTheSystem): () => void {
  // A listener made in the app's context would keep that context's stores alive, and so perhaps a
  // request.
  const resource = new AsyncResource('heddle.signals')
  const listeners = new Map(SIGNALS.map((signal) => [signal, new SignalListener(signal, actions, host, isReal)]))
  let timer: NodeJS.Timeout | undefined
  const listen = () => {
    if (timer !== undefined) return
    for (const listener of listeners.values()) listener.install()
    resource.runInAsyncScope(() => {
      timer = setInterval(restSoon, LOOK_MS).unref()
    })
  }
  // A signal that came while the app computed is delivered after the timers have run. If the
  // listener were gone by then, nobody would ever get it.
  const restSoon = () => void setImmediate(rest)
  const rest = () => {
    if (timer === undefined || actions.mayLose()) return
    clearInterval(timer)
    timer = undefined
    for (const listener of listeners.values()) listener.rest()
  }
  const onAppListener = (event: string | symbol) => {
    // The app's own listener removes the default too, and records that the app writes while it ends
    // are to be delivered.
    resource.runInAsyncScope(() => listeners.get(event as EndSignal)?.install())
  }
  const startListening = () => {
    if (timer === undefined) resource.runInAsyncScope(listen)
  }
  host.on('newListener', onAppListener)
  for (const listener of listeners.values()) if (listener.others > 0) listener.install()
  if (actions.mayLose()) startListening()
  actions.onMayLose(startListening)
  return () => {
    actions.onMayLose(() => {})
    clearInterval(timer)
    host.removeListener('newListener', onAppListener)
    for (const listener of listeners.values()) listener.remove()
  }
}

class SignalListener {
  #isInstalled = false
  #endingSince: number | undefined
  readonly #signal: EndSignal
  readonly #actions: ExitActions
  readonly #host: Host
  readonly #isReal: IsReal

  constructor(signal: EndSignal, actions: ExitActions, host: Host, isReal: IsReal) {
    this.#signal = signal
    this.#actions = actions
    this.#host = host
    this.#isReal = isReal
  }

  install(): void {
    if (this.#isInstalled) return
    this.#isInstalled = true
    // First, so that the count of listeners still holds those that the app registered with `once`.
    this.#host.prependListener(this.#signal, this.#hear)
  }

  /** Nothing is to be lost: the default comes back, unless the app has taken it away itself. */
  rest(): void {
    if (this.others <= 0) this.remove()
  }

  /**
   * The listener stays while we end the process: a repeated signal would end it with records in
   * flight.
   */
  remove(): void {
    if (this.#endingSince === undefined) this.#takeOut()
  }

  /**
   * How many listeners of the app will decide about the end. Those of the `signal-exit` package do
   * not count: like ours they end the process only if they are alone, and each would wait for the
   * other for ever.
   */
  get others(): number {
    const signal = this.#signal
    const host = this.#host
    const version4 = (globalThis as Record<symbol, { count?: number } | undefined>)[Symbol.for('signal-exit emitter')]
    const version3 = (host as { __signal_exit_emitter__?: { count?: number } }).__signal_exit_emitter__
    const ours = this.#isInstalled ? 1 : 0
    return host.listenerCount(signal) - ours - (version3?.count ?? 0) - (version4?.count ?? 0)
  }

  readonly #hear = (...args: unknown[]): void => {
    const isReal = this.#isReal(this.#signal, args)
    if (this.#endingSince !== undefined) {
      if (isReal && performance.now() - this.#endingSince > REPEAT_MS) this.#raise()
      return
    }
    // The kernel ignores every signal but SIGKILL for process 1 of a container unless the app
    // listens, so raising it again would not end that process. It lives on as without us, and so
    // does its telemetry. The same holds for a process that has only emitted an event of that name.
    if (!isReal || this.#host.pid === 1 || this.others > 0) {
      void this.#actions.flush()
      return
    }
    this.#endingSince = performance.now()
    void this.#actions.shutdown().then(() => this.#raise())
  }

  #raise(): void {
    this.#takeOut()
    this.#host.kill(this.#host.pid, this.#signal)
  }

  #takeOut(): void {
    this.#isInstalled = false
    this.#host.removeListener(this.#signal, this.#hear)
  }
}

/**
 * Whether the system has sent the signal. An app may also emit an event of that name to run its own
 * listeners; without us, that ends no process. Node passes name and number, from the signal's
 * handle.
 */
function isOfTheSystem(signal: EndSignal, [name, number]: readonly unknown[]): boolean {
  if (name !== signal || number !== constants.signals[signal]) return false
  return executionAsyncResource().constructor?.name === 'Signal'
}
