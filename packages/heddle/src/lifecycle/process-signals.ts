import { AsyncResource, executionAsyncResource } from 'node:async_hooks'
import { constants } from 'node:os'
import type { ExitActions, Host } from './exit-events'

// Node gives SIGHUP its default action back at start, even under nohup: so it ends the process like the other two.
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
type EndSignal = (typeof SIGNALS)[number]

/** Ctrl-C under `npm start` reaches the app twice, from the terminal and from npm. */
const REPEAT_MS = 500
/** How often it is looked whether there is still something to lose. */
const LOOK_MS = 1_000

/** What a listener of a signal is called with. */
type IsReal = (signal: EndSignal, args: readonly unknown[]) => boolean

/**
 * Delivers the last records when the process is told to end, and leaves the way it ends as it was.
 *
 * A signal listener takes away Node's default of ending the process, and it runs only when the event loop comes round. So there is one only while there
 * is something to lose: a process that is idle, or has computed for a minute what nobody traces, ends by the signal at once, as without us. When ours
 * is the only listener, the signal is raised again after the flush and the parent sees the same exit; when the app listens too, ending is the
 * app's business and we only flush. Returns the function that takes the hooks out.
 */
export function watchSignals(actions: ExitActions, host: Host, isReal: IsReal = isOfTheSystem): () => void {
  // A listener made in the app's own context would keep the stores of that alive, which may be a request's.
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
  // A signal that came while the app computed is heard after the timers have run. Were the listener gone by then, nobody would ever hear it.
  const restSoon = () => void setImmediate(rest)
  const rest = () => {
    if (timer === undefined || actions.mayLose()) return
    clearInterval(timer)
    timer = undefined
    for (const listener of listeners.values()) listener.rest()
  }
  const onAppListener = (event: string | symbol) => {
    // The default is gone with the app's own listener, and what the app does while it ends is to be delivered.
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

  /** While we end the process the listener stays: a repeated signal would end it with records still on their way. */
  remove(): void {
    if (this.#endingSince === undefined) this.#takeOut()
  }

  /**
   * How many listeners of the app will decide about the end. Those of the `signal-exit` package do not count: they end the
   * process only if they are alone, as we do, and each would wait for the other for ever.
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
    // Nobody ends process 1 of a container but by SIGKILL, unless the app listens: the kernel ignores the signal that we
    // would raise. The app lives on as it would without us, so its telemetry does too. So does one that has only emitted an event.
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
 * Whether the system has sent the signal, and not the app itself, which may emit an event of that name to have its own listeners run: without us, that
 * ends no process. Node hands over name and number, and does so from the handle of the signal.
 */
function isOfTheSystem(signal: EndSignal, [name, number]: readonly unknown[]): boolean {
  if (name !== signal || number !== constants.signals[signal]) return false
  return executionAsyncResource().constructor?.name === 'Signal'
}
