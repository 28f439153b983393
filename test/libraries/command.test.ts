import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

const cache = useTemporaryDirectory('servers')

/** On a machine with nothing to install with. */
function servers(env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, '../../backends/dist/servers/main.js')],
    { env: { PATH: '/nowhere', HEDDLE_BACKENDS_CACHE: cache.path, ...env }, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

test('npm run servers leaves out what cannot be had, and says why in a line', () => {
  const { status, stdout, stderr } = servers()
  expect(status).toBe(0)
  expect(stdout).not.toMatch(/^(redis|nats|ferretdb|jaeger|kafka|moto) /m)
  expect(stderr.split('\n')).toEqual(
    expect.arrayContaining([
      'redis: left out: there is no apt-get (Debian: redis-server)',
      'nats: left out: there is no Go to build it with',
      'ferretdb: left out: there is no Go to build it with',
      'jaeger: left out: there is no Go to build it with',
      'kafka: left out: there is no Java (Debian: default-jre-headless)',
      'moto: left out: there is no pip to install it with (Debian: python3-pip)',
    ]),
  )
})

test('npm run servers fails for what cannot be had with HEDDLE_REQUIRE_SERVERS=1', () => {
  const { status, stderr } = servers({ HEDDLE_REQUIRE_SERVERS: '1' })
  expect(status).toBe(1)
  expect(stderr).toMatch(
    /^servers: HEDDLE_REQUIRE_SERVERS is set, and these are missing: .*redis, nats, ferretdb, jaeger, kafka, moto$/m,
  )
})
