/**
 * The preload: `node --import heddle/register app.js`, or `--require`. Starts Heddle from the
 * environment. A mistake in the configuration is printed, and the app runs untraced: telemetry
 * never keeps a service from starting.
 *
 * @packageDocumentation
 */
import { startFromPreload } from './preload/start-from-preload'

startFromPreload(() => require('./index') as typeof import('./index'))
