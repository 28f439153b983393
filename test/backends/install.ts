import { BackendsError, installBackends } from '../../backends/src/install'

/**
 * Builds what is not built yet, which takes minutes, before the tests' own time begins to count.
 */
export default async function install(): Promise<void> {
  try {
    const programs = await installBackends((line) => process.stderr.write(`${line}\n`))
    process.env['HEDDLE_TEST_PROGRAMS'] = JSON.stringify(programs)
  } catch (error) {
    if (!(error instanceof BackendsError)) throw error
    process.stderr.write(`test:backends is skipped. ${error.message}\n`)
  }
}
