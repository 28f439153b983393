import { isMainThread } from 'node:worker_threads'
import type { ThrowSiteContextManager } from '@heddle/sdk'
import type { Heddle } from '../handle'
import { allWithin } from '../pipeline/deadline'
import type { Pipeline } from '../pipeline/pipeline'
import { CrashWatch, recordCrash } from './crash'
import type { ExitActions } from './exit-events'
import { installExitHooks } from './exit-hooks'
import { joinMainThread, watchWorkerThreads } from './worker-threads'

/**
 * Time beyond the shutdown's deadline, in which records that the collector did not take go to disk.
 */
const TO_DISK_MS = 100

/** What is there to be brought to its end. */
interface ProcessEndParts {
  readonly handle: Heddle
  readonly pipeline: Pipeline
  readonly contextManager: ThrowSiteContextManager
  /** For what has to be waited for. */
  readonly timeoutMs: number
  /** Says what is lost. */
  reportEnd(): void
}

/**
 * Brings the records of this process to the collector, or to disk, however the process ends.
 * Returns the function that ends the watch.
 */
export function watchProcessEnd(parts: ProcessEndParts): () => void {
  const { pipeline, contextManager } = parts
  const crashes = new CrashWatch(
    (crash) => recordCrash(crash, pipeline),
    () => contextManager.throwSite,
  )
  const actions = exitActions(parts, crashes)
  const stops = [
    crashes.install(),
    isMainThread ? withWorkerThreads(actions, parts.timeoutMs) : inWorkerThread(actions),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function exitActions({ handle, pipeline, timeoutMs, reportEnd }: ProcessEndParts, crashes: CrashWatch): ExitActions {
  const flush = () => handle.flush({ timeoutMs })
  return {
    flush,
    finish() {
      pipeline.exportUnfinished()
      return pipeline.finish(timeoutMs)
    },
    // Everything stays in place during the wait: records that the app writes meanwhile belong to
    // its end.
    async shutdown() {
      const deadline = performance.now() + timeoutMs
      // A request that ends meanwhile was not cut off: the shutdown exports the spans that are
      // still open after it.
      await flush()
      await handle.shutdown({ timeoutMs: Math.max(deadline - performance.now(), TO_DISK_MS) })
    },
    activity: pipeline.activity,
    mayLose: pipeline.mayLose,
    isHolding: pipeline.isHolding,
    onMayLose: pipeline.onMayLose,
    exit(code) {
      crashes.exit(code)
      pipeline.exportUnfinished()
      pipeline.save()
      reportEnd()
    },
  }
}

function withWorkerThreads(actions: ExitActions, timeoutMs: number): () => void {
  let notify = () => {}
  const threads = watchWorkerThreads(() => notify())
  const removeHooks = installExitHooks({
    ...actions,
    flush: () => allWithin(timeoutMs, [threads.ask('flush'), actions.flush()]),
    async shutdown() {
      await Promise.all([allWithin(timeoutMs, [threads.ask('shutdown')]), actions.shutdown()])
    },
    mayLose: () => actions.mayLose() || threads.areThere(),
    onMayLose(listener) {
      notify = listener
      actions.onMayLose(listener)
    },
    exit(code) {
      actions.exit(code)
      threads.saveAll()
    },
  })
  return () => {
    removeHooks()
    threads.stop()
  }
}

function inWorkerThread(actions: ExitActions): () => void {
  const leave = joinMainThread({ ...actions, save: () => actions.exit(0) })
  const removeHooks = installExitHooks({
    ...actions,
    exit(code) {
      actions.exit(code)
      // The main thread gets no `exit` event for nested workers.
      leave()
    },
  })
  return () => {
    removeHooks()
    leave()
  }
}
