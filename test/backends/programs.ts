import type { Programs } from '../../backends/src/install'

const installed = process.env['HEDDLE_TEST_PROGRAMS']

/** `describe` where the backends could be built, else `describe.skip`. */
export const describeWithBackends = installed === undefined ? describe.skip : describe

/** What install.ts has found; only read in tests that run. */
export const programs = installed === undefined ? ({} as Programs) : (JSON.parse(installed) as Programs)
