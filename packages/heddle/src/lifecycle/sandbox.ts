import { runInThisContext } from 'node:vm'
import { type ExitActions, type Host, onBeforeExit, onExit } from './exit-events'

/** How often it is looked whether anything is still held. */
const LOOK_MS = 1_000

/**
 * The process itself. Jest, for one, runs each test file in a context of its own with a copy of `process`, whose events never come.
 */
export function realProcess(): NodeJS.Process {
  try {
    return runInThisContext('process')
  } catch {
    return process
  }
}

/**
 * The hooks in a sandbox that may be thrown away long before the process ends: nobody tells us, and the listeners of the process would keep everything
 * in the sandbox alive. So they are there only while records are held. Signals are not for us there. Returns the function that takes the hooks out.
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
