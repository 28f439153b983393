/**
 * The preload: `node --import heddle/register app.js`, or `--require`. Starts Heddle from the environment. A mistake in
 * the configuration is printed, and the app runs untraced: telemetry never keeps a service from starting.
 *
 * @packageDocumentation
 */
import { say } from './stderr'
import { isInfrastructureWorker } from './worker'

try {
  if (!isInfrastructureWorker()) {
    // Loaded in here, so that a dependency that cannot be found does not keep the app from starting either.
    const { start } = require('./index') as typeof import('./index')
    start()
  }
} catch (error) {
  say(`error: ${(error as Error).message}`)
  say('The app runs on, untraced.')
}
