// A measured process, and the sink that it delivers to.
import { cpSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { entryOf } from '../install.mjs'
import { startChild } from './child.mjs'

const spools = fileURLToPath(new URL('../../.cache/spools/', import.meta.url))

/**
 * @typedef {object} Contender
 * @property {string | ((major: number) => string)} what - its description in the results, with the
 *   versions that a Node version runs
 * @property {string} [heddleFolder] - another build of Heddle than the one that the run measures
 * @property {string} [app] - the file that it runs, unless the scenario names one for all
 * @property {string} [preload] - given to `--import`; `heddle` stands for `heddle/register`
 * @property {'--require'} [flag] - in the place of `--import`
 * @property {(sink: { httpPort: number, grpcPort: number, pgPort: number, redisPort: number }) => Record<string, string>} [env]
 * @property {readonly ('spans' | 'logs')[]} delivers - what must arrive at the sink
 * @property {number} [fromNode] - the first major version of Node that it runs on
 * @property {number} [maxRounds] - the most rounds, and one process: for a contender that decides
 *   no goal
 * @property {number} [quietMs] - longer than it ever waits before it sends, if that is longer than
 *   two seconds
 */

/** The contender as its row describes it: with the versions that the measured Node runs. */
export const described = (contender, { major }) => ({
  ...contender,
  what: typeof contender.what === 'function' ? contender.what(major) : contender.what,
})

/**
 * Starts a contender with a sink of its own, so that no contender is credited with what another
 * sends late.
 */
export async function startSubject(bench, work, { name, contender }) {
  const sink = await startChild(new URL('sink.mjs', import.meta.url), { name: `sink-${name}` })
  try {
    const child = await startApp(bench, work, name, contender, sink)
    const stop = () => Promise.all([child.stop(), sink.stop()])
    return { name, contender, sink, child, stop, spool: spoolOf(work, name) }
  } catch (error) {
    await sink.stop()
    throw error
  }
}

/** Starts the app under a contender, and waits until it is ready. */
export function startApp(bench, work, name, contender, sink) {
  const ports = sink.announced
  const heddleFolder = contender.heddleFolder ?? bench.heddleFolder
  const preload = contender.preload === 'heddle' ? registerOf(heddleFolder, contender) : contender.preload
  const preloads = preload === undefined ? [] : [contender.flag ?? '--import', preload]
  // On disk as by default, but for this process alone: the next must not send what an outage has
  // left.
  const spool = spoolOf(work, name)
  rmSync(spool, { recursive: true, force: true })
  if (work.leftFolder !== undefined) cpSync(work.leftFolder, spool, { recursive: true })
  return startChild(new URL(`../../${contender.app ?? work.app}`, import.meta.url), {
    name: `${work.id}-${name}`,
    node: bench.node,
    execArgv: [...(work.execArgv ?? []), ...preloads],
    env: {
      BENCH_UPSTREAM: `http://127.0.0.1:${ports.httpPort}/upstream`,
      BENCH_PG_PORT: ports.pgPort,
      BENCH_REDIS_PORT: ports.redisPort,
      BENCH_GRPC_PORT: ports.grpcPort,
      BENCH_HEDDLE: heddleFolder,
      HEDDLE_SPOOL_DIR: spool,
      ...contender.env?.(ports),
      ...work.env,
    },
  })
}

const spoolOf = (work, name) => `${spools}${work.id}-${name}`

/** `--import` takes a URL, `--require` a path. */
function registerOf(heddleFolder, { flag }) {
  const register = entryOf(heddleFolder, 'heddle/register')
  return flag === '--require' ? fileURLToPath(register) : register
}
