import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A new directory for each test of a file, removed after the test.
 *
 * A file that starts services writes `afterEach(killServices)` above the call: a service that lives
 * on could write into the directory while Node removes its files.
 *
 * @param name - of the test, to be found again in the system's directory for temporary files
 */
export function useTemporaryDirectory(name: string): { readonly path: string } {
  const directory = { path: '' }
  beforeEach(() => {
    directory.path = mkdtempSync(join(tmpdir(), `heddle-${name}-`))
  })
  afterEach(() => rmSync(directory.path, { recursive: true, force: true }))
  return directory
}
