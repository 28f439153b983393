/** What the hooks call; none of them may throw or reject. */
export interface ExitActions {
  /** Delivers what is held, within its own deadline. */
  flush(): Promise<void>
  /** Nothing is left to do for the process: delivers what is held, and what can never end any more, within its own deadline, and then lets it end. */
  finish(): Promise<void>
  /** Delivers what is held and stops, within its own deadline. */
  shutdown(): Promise<void>
  /** How many spans have begun, and log records been made, so far. */
  activity(): number
  /** Whether something would be lost, or come late, if the process ended at this moment. */
  mayLose(): boolean
  /** Whether records are held in memory, or spans are open. */
  isHolding(): boolean
  /** Has `listener`, and nobody else, called whenever something may begin to be at stake. */
  onMayLose(listener: () => void): void
  /** The process ends now, by whichever way runs JavaScript: the last chance to keep what was not delivered. */
  exit(code: number): void
}

/** `process`, or a stand-in for it. */
export type Host = Pick<NodeJS.Process, 'pid' | 'on' | 'prependListener' | 'removeListener' | 'listenerCount' | 'kill'>

export function onBeforeExit(actions: ExitActions, host: Host): () => void {
  let flushed = 0
  const listener = () => {
    // The event comes again after each flush; once more only if something was made meanwhile.
    if (actions.activity() === flushed) return
    // Once the app's own listeners have run: of one that logs, each flush would otherwise be the reason for the next.
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
