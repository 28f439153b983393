import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startReceiver } from '@heddle/receiver'

const APP = fileURLToPath(new URL('app.cjs', import.meta.url))
/** The time from a signal to the end, after which the process is killed. */
const PATIENCE_MS = 10_000
/** The time that the next process of a service has to send what the last one left on disk. */
const NEXT_MS = 12_000

const running = new Set()
process.once('exit', () => {
  for (const service of running) service.kill('SIGKILL')
})

/**
 * Runs a case with a contender. Returns how many lines did not arrive, and how many arrived more
 * than once.
 */
export async function runCase(contender, { count, awayMs, duringMs, ending, thenMs, answer }) {
  const home = mkdtempSync(join(tmpdir(), 'heddle-losses-'))
  let isUseless = answer !== undefined
  let receiver = await startReceiver({ respond: () => (isUseless ? answer : undefined) })
  const { httpUrl, grpcUrl } = receiver
  const reopen = () =>
    startReceiver({ httpPort: Number(new URL(httpUrl).port), grpcPort: Number(new URL(grpcUrl).port) })
  const start = (env) => startService(contender, { httpUrl, grpcUrl }, join(home, 'spool'), env)
  try {
    if (awayMs !== 0) await receiver.close()
    const service = await start({
      LOSSES_COUNT: count,
      LOSSES_DURING_MS: duringMs,
      LOSSES_ENDING: ending ?? '',
      LOSSES_THEN_MS: thenMs ?? '',
    })
    if (awayMs > 0) {
      await sleep(awayMs)
      receiver = await reopen()
    }
    const outlived = await ended(service, ending)
    isUseless = false
    if (ending !== undefined) {
      if (awayMs === undefined) receiver = await reopen()
      const next = await start({ LOSSES_COUNT: 0, LOSSES_DURING_MS: 1, LOSSES_ENDING: '', LOSSES_THEN_MS: NEXT_MS })
      await ended(next)
    }
    return { ...tally(receiver, count), outlived }
  } finally {
    await receiver.close()
    rmSync(home, { recursive: true, force: true })
  }
}

async function startService({ execArgv, env, protocol }, { httpUrl, grpcUrl }, dir, settings) {
  const service = fork(APP, {
    execArgv: execArgv(),
    env: {
      PATH: process.env.PATH,
      OTEL_SERVICE_NAME: 'losses',
      OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
      OTEL_EXPORTER_OTLP_ENDPOINT: protocol === 'grpc' ? grpcUrl : httpUrl,
      ...env(dir),
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  running.add(service)
  service.once('exit', () => running.delete(service))
  const failed = once(service, 'exit').then(() => {
    throw new Error('the service ended before it began')
  })
  await Promise.race([once(service, 'message'), failed])
  failed.catch(() => {})
  return service
}

/**
 * Waits for the end of the service. Returns whether it had to be killed, as it lived on after the
 * signal.
 */
async function ended(service, ending) {
  const exit = once(service, 'exit')
  let outlived = false
  if (ending?.startsWith('SIG')) {
    await once(service, 'message')
    service.kill(ending)
    const patience = setTimeout(() => (outlived = service.kill('SIGKILL')), PATIENCE_MS)
    await exit
    clearTimeout(patience)
  }
  await exit
  return outlived
}

function tally({ logs, evicted }, count) {
  if (evicted > 0) throw new Error('the receiver had to forget lines: the figures would be wrong')
  const copies = new Map()
  for (const { attributes } of logs) copies.set(attributes['number'], (copies.get(attributes['number']) ?? 0) + 1)
  const lost = Array.from({ length: count }, (_, number) => number).filter((number) => !copies.has(number)).length
  return { lost, twice: [...copies.values()].filter((times) => times > 1).length }
}
