import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

test('npm ci of the repository has nothing to say', () => {
  // The warnings are those of the lock file: of engines that do not fit, and of scripts that nobody
  // has looked at.
  const { status, stdout, stderr } = spawnSync('npm', ['ci', '--dry-run'], {
    cwd: join(__dirname, '..', '..'),
    encoding: 'utf8',
  })
  expect({ status, warnings: (stdout + stderr).split('\n').filter((line) => /warn|error/i.test(line)) }).toEqual({
    status: 0,
    warnings: [],
  })
})
