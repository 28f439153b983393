import { runInThisContext } from 'node:vm'
import { type ExitActions, type Host, onBeforeExit, onExit } from './exit-events'

/** How often it is looked whether anything is still held. */
const LOOK_MS = 1_000

/**
 * The real process. Jest, for example, runs each test file in a context with a copy of `process`
 * that gets no events.
 */
export function realProcess(): NodeJS.Process {
  try {
    return runInThisContext('process')
  } catch {
    return process
  }
}

/**
 * The hooks in a sandbox that may be thrown away long before the process ends. Nobody tells us when
 * that happens, and listeners on the process would keep everything in the sandbox alive. So the
 * listeners exist only while records are held. A sandbox does not handle signals. Returns the
 * function that removes the hooks.
 */
export function installInSandbox(actions: ExitActions, host: Host): () => void {
  let removers: (() => void)[] = []
  let timer: NodeJS.Timeout | undefined
  const remove = () => {
    clearInterval(timer)
    timer = undefined
    for (const remove of removers) remove()
    removers = []
  }
  actions.onMayLose(() => {
    if (timer !== undefined) return
    removers = [onBeforeExit(actions, host), onExit(actions, host)]
    timer = setInterval(() => {
      if (!actions.isHolding()) remove()
    }, LOOK_MS).unref()
  })
  return () => {
    actions.onMayLose(() => {})
    remove()
  }
}
