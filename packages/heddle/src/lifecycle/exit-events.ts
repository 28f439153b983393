/** The actions that the hooks call. None of them may throw or reject. */
export interface ExitActions {
  /** Delivers the held records, within its own deadline. */
  flush(): Promise<void>
  /**
   * For a process with nothing left to do: delivers the held records, and the spans that can never
   * end any more, within its own deadline, and then lets the process end.
   */
  finish(): Promise<void>
  /** Delivers the held records and stops, within its own deadline. */
  shutdown(): Promise<void>
  /** The number of spans begun and log records made so far. */
  activity(): number
  /** Whether a record would be lost, or come late, if the process ended at this moment. */
  mayLose(): boolean
  /** Whether records are held in memory, or spans are open. */
  isHolding(): boolean
  /** Sets the one listener, which is called whenever `mayLose()` may become true. */
  onMayLose(listener: () => void): void
  /** Keeps the undelivered records: the process ends now, and JavaScript runs for the last time. */
  exit(code: number): void
}

/** `process`, or a stand-in for it. */
export type Host = Pick<NodeJS.Process, 'pid' | 'on' | 'prependListener' | 'removeListener' | 'listenerCount' | 'kill'>

export function onBeforeExit(actions: ExitActions, host: Host): () => void {
  let flushed = 0
  const listener = () => {
    // Node emits `beforeExit` again after each flush: flush again only if there was new activity.
    if (actions.activity() === flushed) return
    // The flush follows the app's own listeners: otherwise a listener that logs would make each
    // flush the reason for the next.
    setImmediate(() => {
      flushed = actions.activity()
      void actions.finish()
    })
  }
  host.on('beforeExit', listener)
  return () => host.removeListener('beforeExit', listener)
}

export function onExit(actions: ExitActions, host: Host): () => void {
  const listener = (code: number) => actions.exit(code)
  host.on('exit', listener)
  return () => host.removeListener('exit', listener)
}
