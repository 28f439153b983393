/**
 * The preload: `node --import heddle/register app.js`, or `--require`. Starts Heddle from the environment. A mistake in
 * the configuration is printed, and the app runs untraced: telemetry never keeps a service from starting.
 *
 * @packageDocumentation
 */
import { start } from './start'
import { isInfrastructureWorker } from './worker'

try {
  if (!isInfrastructureWorker()) start()
} catch (error) {
  process.stderr.write(`[heddle] error: ${(error as Error).message}\n[heddle] The app runs on, untraced.\n`)
}
