import { unsupportedNode } from './node-version'
import { takePm2Environment } from './pm2'
import { duringPreload } from './preloading'
import { isTool } from './tools'
import { isTransportWorker } from './transport-worker'
import { adviceForTypeScript } from './typescript-main'

/**
 * Starts Heddle as a preload, which must not throw. Loads nothing before it knows that Heddle is to
 * start. `load` is called in here, so that a file that is not found, or that a bundler has left
 * out, does not keep the app from starting either.
 */
export function startFromPreload(load: () => { start(): unknown }): void {
  try {
    const reason = unsupportedNode()
    if (reason !== undefined) {
      if (isTool()) return
      print(`error: ${reason}`, 'The app runs on, untraced.')
    } else if (!isTool() && !isTransportWorker()) {
      takePm2Environment()
      const advice = adviceForTypeScript()
      if (advice !== undefined) print(`warn: ${advice}`)
      duringPreload(() => load().start())
    }
  } catch (error) {
    print(`error: ${explain(error)}`, 'The app runs on, untraced.')
  }
}

/** What bundlers put in the place of a `require` that they cannot serve. */
function explain(error: unknown): string {
  const { message } = error as Error
  if (!/^(Dynamic require of|Could not dynamically require|Cannot find module '\.\/)/.test(message)) return message
  return (
    `Heddle cannot be loaded from this bundle (${message}). Mark it as external, such as with esbuild’s --external:heddle, ` +
    'or take it out of the bundle and preload it: node --import heddle/register bundle.js'
  )
}

/** As `writeStderr`, for when not even `node:fs` may be there. */
function print(...lines: readonly string[]): void {
  try {
    for (const line of lines) process.stderr.write(`[heddle] ${line}\n`)
  } catch {
    // There is nobody to tell.
  }
}
