// The scenarios that ask whether an app notices that Heddle sends what an earlier process has left
// on disk: how late the app's event loop is meanwhile and afterwards, beside the bare app's.
import { readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openTelemetry } from '../../contenders/environment.mjs'
import { drain } from '../measuring/delivery.mjs'
import { saveProfile } from '../measuring/profile.mjs'
import { startChild } from '../processes/child.mjs'
import { startSubject } from '../processes/subject.mjs'

const leftFolder = fileURLToPath(new URL('../../.cache/spools/left', import.meta.url))
const CONNECTIONS = 4
const WARMUP = { requests: 6_000, connections: 32, maxSeconds: 6 }
/** At the pace that is measured, so that what the warm-up has set off is over. */
const LEAD_IN_SECONDS = 3
/** The bare app has nothing to replay. */
const BARE_SECONDS = 12
const AFTERWARDS_SECONDS = 4
const LIMIT_SECONDS = 60

/**
 * @param {{ title: string, id: string, app: string, path: string, rate: number, leftBytes: number,
 *   contenders: Record<string, import('../processes/subject.mjs').Contender> }} definition -
 *   `leftBytes` are in the spool when the app is started
 */
export function replayScenario({ title, ...work }) {
  return {
    title,
    unit: 'p99.9 ms',
    baseline: 'bare',
    async measure(bench) {
      const names = Object.keys(work.contenders).filter((name) => bench.includes(name, work.contenders[name]))
      const rows = []
      try {
        const left = await leaveBehind(bench, work.leftBytes)
        for (const name of names) rows.push(await measureContender(bench, work, name, left))
      } finally {
        rmSync(leftFolder, { recursive: true, force: true })
      }
      return rows
    },
  }
}

/**
 * A process whose collector answers 503 leaves spans and log records in a spool, in protobuf, which
 * HTTP and gRPC send alike.
 */
async function leaveBehind({ heddleFolder, node }, bytes) {
  rmSync(leftFolder, { recursive: true, force: true })
  const sink = await startChild(new URL('../processes/sink.mjs', import.meta.url), { name: 'sink-left' })
  try {
    await sink.send({ command: 'refuse', on: true })
    const env = { ...openTelemetry('http/protobuf')(sink.announced), HEDDLE_SPOOL_DIR: leftFolder }
    const child = await startChild(new URL('../processes/leave-behind.mjs', import.meta.url), {
      name: 'left',
      node,
      env: { ...env, BENCH_HEDDLE: heddleFolder },
    })
    const left = await child.send({ command: 'leave', bytes })
    await child.stop()
    return left
  } finally {
    await sink.stop()
  }
}

async function measureContender(bench, work, name, left) {
  const contender = work.contenders[name]
  const isBare = contender.delivers.length === 0
  const subject = await startSubject(bench, isBare ? work : { ...work, leftFolder }, { name, contender })
  const { sink, child, spool } = subject
  try {
    // The collector is still away while the app starts and is warmed up: the replay waits.
    await sink.send({ command: 'refuse', on: true })
    const serve = await servingOf(bench, work, child)
    await serve.warmUp()
    await serve.seconds(LEAD_IN_SECONDS)
    const isProfiled = bench.profiled.includes(name)
    if (isProfiled) await child.send({ command: 'startProfile' })
    await child.send({ command: 'watchDelay' })
    await sink.send({ command: 'refuse', on: false })
    const replaySeconds = await serveUntil(serve, isBare ? undefined : () => isEmpty(spool))
    const delay = await child.send({ command: 'takeDelay' })
    if (isProfiled) saveProfile(bench, `${work.id}-${name}`, await child.send({ command: 'endProfile' }))
    await serve.seconds(AFTERWARDS_SECONDS)
    const afterwards = await child.send({ command: 'takeDelay' })
    const expected = isBare ? {} : { internal: left.spans, server: serve.requests, logs: left.logs + serve.requests }
    const arrived = await drain(sink, expected)
    const { rssBytes } = await child.send({ command: 'usage' })
    return {
      name,
      what: contender.what,
      cost: delay.p999Ms,
      delay,
      afterwards,
      ...(isBare ? {} : { replaySeconds, replayedBytes: left.bytes }),
      rssMiB: rssBytes / 2 ** 20,
      ...sharesOf(expected, arrived),
    }
  } finally {
    await subject.stop()
    rmSync(spool, { recursive: true, force: true })
  }
}

/** Sends requests to the app, and counts them. */
async function servingOf({ load }, { path, rate }, child) {
  const port = await child.send({ command: 'port' })
  const serve = {
    requests: 0,
    async send(asked) {
      const { done } = await load.send({ port, path, ...asked })
      serve.requests += done
    },
    warmUp: () => serve.send(WARMUP),
    seconds: (seconds) => serve.send({ rate, isEven: true, connections: CONNECTIONS, requests: rate * seconds }),
  }
  return serve
}

/** Serves until it is over, looked at every second, and returns how many seconds that took. */
async function serveUntil(serve, isOver) {
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  do await serve.seconds(1)
  while (isOver === undefined ? seconds() < BARE_SECONDS : !isOver() && seconds() < LIMIT_SECONDS)
  return seconds()
}

function sharesOf(expected, counts) {
  const shares = Object.keys(expected).map((key) => [key, (counts[key] ?? 0) / expected[key]])
  return {
    arrived: Object.fromEntries(shares),
    lost: Object.fromEntries(shares.filter(([, share]) => share < 1).map(([key, share]) => [key, 1 - share])),
  }
}

/** Whether no segment is left in the spool: each goes when it is acknowledged. */
function isEmpty(spool) {
  return readdirSync(spool, { recursive: true }).every((file) => !file.endsWith('.seg'))
}
