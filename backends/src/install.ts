import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { buildCollector, buildProgram, cleanUp, type Destination, type GoProgram } from './go-build'
import { answers, type Report, run } from './run'
import { collectorManifest, jaeger, victoriaLogs, zipkin } from './versions'

/** Where the programs are. */
export interface Programs {
  readonly collector: string
  readonly jaeger: string
  readonly victoriaLogs: string
  /** The jar; absent where there is no Java or no Maven. */
  readonly zipkin?: string
}

/** What the user can mend, and the message says how. */
export class BackendsError extends Error {}

/** Git-ignored; `HEDDLE_BACKENDS_CACHE` names another, which several clones may share. */
export const cacheFolder = () =>
  process.env['HEDDLE_BACKENDS_CACHE'] || join(__dirname, '..', '..', '.cache', 'backends')

const hasGo = () => answers('go', 'version')

/**
 * Builds or fetches what is not in the cache yet, from the registries of Go modules and of Maven,
 * as `go` and `mvn` are set up on this machine.
 *
 * @throws BackendsError without Go.
 */
export async function installBackends(report: Report): Promise<Programs> {
  const bin = join(cacheFolder(), 'bin')
  mkdirSync(bin, { recursive: true })
  clearAbandoned()
  const collector = join(bin, `otelcol-${fingerprint(collectorManifest)}`)
  const jaegerBinary = goBinary(bin, 'jaeger', jaeger)
  const victoriaLogsBinary = goBinary(bin, 'victoria-logs', victoriaLogs)
  const isBuilt = [collector, jaegerBinary, victoriaLogsBinary].every((file) => existsSync(file))
  if (!isBuilt && !(await hasGo())) {
    throw new BackendsError('Go is missing: install Go 1.25.5 or newer and have `go` in the PATH')
  }
  const [zipkinJar] = await Promise.all([
    fetchZipkin(bin, report),
    install('collector', collector, report, buildCollector),
    install('jaeger', jaegerBinary, report, (to, say) => buildProgram(jaeger, to, say)),
    install('victoria-logs', victoriaLogsBinary, report, (to, say) => buildProgram(victoriaLogs, to, say)),
  ])
  return {
    collector,
    jaeger: jaegerBinary,
    victoriaLogs: victoriaLogsBinary,
    ...(zipkinJar !== undefined && { zipkin: zipkinJar }),
  }
}

const fingerprint = (value: object) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)

const goBinary = (bin: string, name: string, { version }: GoProgram) => join(bin, `${name}-${version}`)

const workspaceFor = (name: string) => join(cacheFolder(), 'build', `${name}-${process.pid}`)

/** Builds that were interrupted have left their folders, which are large. */
function clearAbandoned() {
  const folder = join(cacheFolder(), 'build')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (!isRunning(Number(name.split('-').at(-1)))) cleanUp(join(folder, name))
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

type Build = (to: Destination, report: Report) => Promise<void>

/**
 * Two that build at once do the work twice, and the last one's binary takes the other's place
 * whole.
 */
async function install(name: string, binary: string, report: Report, build: Build) {
  if (existsSync(binary)) return
  const say: Report = (line) => report(`${name}: ${line}`)
  const workspace = workspaceFor(name)
  const begin = Date.now()
  say('building from Go modules, once')
  try {
    await build({ workspace, binary }, say)
  } finally {
    cleanUp(workspace)
  }
  say(`built in ${Math.round((Date.now() - begin) / 1000)} s`)
}

async function fetchZipkin(bin: string, report: Report): Promise<string | undefined> {
  const jar = join(bin, zipkin.file)
  if (!(await answers('java', '-version'))) {
    report('zipkin: left out, as there is no Java: install Java 17 or newer (Debian: default-jre-headless)')
    return undefined
  }
  if (existsSync(jar)) return jar
  if (!(await answers('mvn', '--version'))) {
    report('zipkin: left out, as there is no Maven to fetch it with: install it (Debian: maven)')
    return undefined
  }
  report('zipkin: fetching the jar from Maven Central, once')
  const workspace = workspaceFor('zipkin')
  mkdirSync(workspace, { recursive: true })
  try {
    await run(
      'mvn',
      ['-q', '-B', zipkin.fetchedBy, `-Dartifact=${zipkin.artifact}`, `-DoutputDirectory=${workspace}`],
      {
        cwd: workspace,
      },
    )
    renameSync(join(workspace, zipkin.file), jar)
    return jar
  } catch (error) {
    // The others are worth having without it.
    report(`zipkin: left out: ${(error as Error).message}`)
    return undefined
  } finally {
    cleanUp(workspace)
  }
}
