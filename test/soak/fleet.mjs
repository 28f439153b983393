import { fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Apart from one another, so that each process gives its records numbers of its own. */
const NUMBERS = 1_000_000
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT']
/** The ways in which a process ends, by how often. */
export const ENDINGS = {
  SIGKILL: 4,
  SIGTERM: 2,
  SIGINT: 1,
  'process.exit': 1,
  exception: 1,
  rejection: 1,
  'end of script': 1,
}
/** The time allowed for a start on a busy machine. From then on a life is counted. */
const START_MS = 500
/** The time from a signal to the end of a process: far beyond the deadline of a shutdown. */
const PATIENCE_MS = 30_000

/** The processes of one service, on one spool directory. */
export class Fleet {
  /** Every process that has ended, in the order of its start: who it was and how it ended. */
  lives = []
  #endings
  #home
  #collector
  #random
  #running = new Set()
  #isEnding = false

  /** @param endings how often a process ends in which of the ways of {@link ENDINGS} */
  constructor(home, collector, random, endings = ENDINGS) {
    this.#endings = endings
    this.#home = home
    this.#collector = collector
    this.#random = random
  }

  get spoolDir() {
    return join(this.#home, 'spool')
  }

  /**
   * Keeps so many processes running, each new one in the place of one that has ended, until
   * `stop()`.
   */
  async run(size) {
    await Promise.all(
      Array.from({ length: size }, async () => {
        while (!this.#isEnding) await this.#liveOnce()
      }),
    )
  }

  /** Lets those that run come to an end, and starts no more. */
  stop() {
    this.#isEnding = true
  }

  /** The last processes, one for each protocol: they send what the others have left on disk. */
  async drain(timeoutMs) {
    const lives = [true, false].map((isGrpc) => this.#spawn('drain.mjs', 'end of script', timeoutMs, isGrpc))
    await Promise.all(lives.map((life) => this.#ended(life)))
    return lives
  }

  /** For when the soak itself fails. */
  kill() {
    for (const child of this.#running) child.kill('SIGKILL')
  }

  async #liveOnce() {
    const service = this.#random.next() < 0.5 ? 'preloaded.mjs' : 'handle.mjs'
    const ending = this.#random.weighted(this.#endings)
    const life = this.#spawn(service, ending, this.#random.between(200, 5_000))
    if (SIGNALS.includes(ending)) void this.#signalWhenDue(life)
    await this.#ended(life)
  }

  #spawn(service, ending, lifeMs, isGrpc = this.#random.next() < 0.5) {
    const id = this.lives.length + 1
    const journal = join(this.#home, `${id}.journal`)
    const stderr = openSync(join(this.#home, `${id}.stderr`), 'a')
    const child = fork(fileURLToPath(new URL(`service/${service}`, import.meta.url)), {
      execArgv: ['--import', 'heddle/register'],
      env: this.#environment({ id, ending, lifeMs, journal, isGrpc }),
      stdio: ['ignore', 'ignore', stderr, 'ipc'],
    })
    closeSync(stderr)
    child.disconnect()
    this.#running.add(child)
    const life = { id, service, ending, lifeMs, journal, child }
    this.lives.push(life)
    return life
  }

  #environment({ id, ending, lifeMs, journal, isGrpc }) {
    return {
      PATH: process.env.PATH,
      OTEL_SERVICE_NAME: 'soak',
      OTEL_RESOURCE_ATTRIBUTES: `soak.process=${id}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: isGrpc ? this.#collector.grpcUrl : this.#collector.httpUrl,
      OTEL_EXPORTER_OTLP_PROTOCOL: isGrpc ? 'grpc' : 'http/protobuf',
      OTEL_EXPORTER_OTLP_HEADERS: `x-soak-process=${id}`,
      OTEL_EXPORTER_OTLP_TIMEOUT: '1000',
      HEDDLE_SPOOL_DIR: this.spoolDir,
      HEDDLE_SHUTDOWN_TIMEOUT: '500',
      SOAK_JOURNAL: journal,
      SOAK_FIRST: String(id * NUMBERS),
      SOAK_SEED: String(this.#random.seed()),
      SOAK_ENDING: ending,
      SOAK_LIFE_MS: String(lifeMs),
    }
  }

  async #signalWhenDue({ child, ending, lifeMs }) {
    await Promise.race([new Promise((resolve) => setTimeout(resolve, START_MS + lifeMs)), once(child, 'exit')])
    child.kill(ending)
  }

  async #ended(life) {
    const { child, lifeMs } = life
    const overdue = setTimeout(() => {
      life.isOverdue = true
      child.kill('SIGKILL')
    }, lifeMs + PATIENCE_MS)
    ;[life.code, life.signal] = await once(child, 'exit')
    clearTimeout(overdue)
    this.#running.delete(child)
  }
}
