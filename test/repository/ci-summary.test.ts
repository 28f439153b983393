import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

const folder = useTemporaryDirectory('ci')

const PASSED = {
  success: true,
  numTotalTests: 5,
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
}

function summarise(...runs: readonly (object | undefined)[]) {
  const files = runs.map((run, index) => {
    const file = join(folder.path, `${index}.json`)
    if (run) writeFileSync(file, JSON.stringify(run))
    return file
  })
  const script = join(__dirname, '../../scripts/ci-summary.mjs')
  const { status, stdout } = spawnSync(process.execPath, [script, ...files], { encoding: 'utf8' })
  return { status, stdout }
}

test.each<[string, readonly (object | undefined)[], string, number]>([
  ['what passed is added up', [PASSED, PASSED], '10 passed, 0 failed\n', 0],
  [
    'skipped tests are told apart',
    [{ ...PASSED, numPassedTests: 3, numPendingTests: 2 }],
    '3 passed, 0 failed, 2 skipped\n',
    0,
  ],
  [
    'a failed test fails it',
    [PASSED, { ...PASSED, success: false, numPassedTests: 4, numFailedTests: 1 }],
    '9 passed, 1 failed\n',
    1,
  ],
  [
    'so does a file that cannot be loaded',
    [{ ...PASSED, success: false, numRuntimeErrorTestSuites: 1 }],
    '5 passed, 1 failed\n',
    1,
  ],
  [
    'so does a run without a test',
    [PASSED, { ...PASSED, numTotalTests: 0, numPassedTests: 0 }],
    '5 passed, 0 failed\n',
    1,
  ],
  ['so does a run that never came', [PASSED, undefined], '5 passed, 0 failed\n', 1],
  ['so does having nothing to read', [], '0 passed, 0 failed\n', 1],
])('%s', (_name, runs, stdout, status) => {
  expect(summarise(...runs)).toEqual({ status, stdout })
})
