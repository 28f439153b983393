import { setTimeout as sleep } from 'node:timers/promises'
import { growthScenario } from '../harness/kinds/growth.mjs'

const REQUESTS_AN_HOUR = 180_000
const SECONDS_FOR_AN_HOUR = 15

/**
 * An hour in fifteen seconds: the clock and the timers of the process run 240 times as fast (see
 * `harness/processes/clock.cjs`), while the process serves as many requests as a service with 50
 * requests a second serves in an hour. A contender that cannot serve them in 15 s has more than its
 * hour.
 */
async function passAnHour(subject, { load }) {
  const { child, port } = subject
  const rate = REQUESTS_AN_HOUR / SECONDS_FOR_AN_HOUR
  const before = await child.send({ command: 'now' })
  await child.send({ command: 'runClock', speed: 3_600 / SECONDS_FOR_AN_HOUR })
  await load.send({ port, path: '/api/acme/users/7', requests: REQUESTS_AN_HOUR, connections: 32, rate })
  while ((await child.send({ command: 'now' })) - before < 3_600_000) await sleep(100)
  await child.send({ command: 'runClock', speed: 1 })
}

export default growthScenario({
  title:
    'Growth: the first minute, and the same process after an hour of simulated time, Fastify; memory is in the table',
  id: 'growth-uptime',
  app: 'apps/fastify.cjs',
  path: '/api/acme/users/7',
  execArgv: ['--require', new URL('../harness/processes/clock.cjs', import.meta.url).pathname],
  points: [{ label: 'first minute' }, { label: 'after an hour', prepare: passAnHour }],
  count: 3_000,
  rate: 2_000,
  perItem: { server: 1, logs: 1 },
  maxRounds: 3,
  only: ['bare', 'heddle', 'stock'],
})
