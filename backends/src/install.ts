import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { binFolder, buildGoProgram, buildOnce, clearAbandoned, goBinary, workspaceFor } from './cache'
import { buildCollector, cleanUp } from './go-build'
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

export const hasGo = () => answers('go', 'version')

/**
 * Builds or fetches what is not in the cache yet, from the registries of Go modules and of Maven,
 * as `go` and `mvn` are set up on this machine.
 *
 * @throws BackendsError without Go.
 */
export async function installBackends(report: Report): Promise<Programs> {
  const bin = binFolder()
  mkdirSync(bin, { recursive: true })
  clearAbandoned()
  const collector = join(bin, `otelcol-${fingerprint(collectorManifest)}`)
  const jaegerBinary = goBinary('jaeger', jaeger)
  const victoriaLogsBinary = goBinary('victoria-logs', victoriaLogs)
  const isBuilt = [collector, jaegerBinary, victoriaLogsBinary].every((file) => existsSync(file))
  if (!isBuilt && !(await hasGo())) {
    throw new BackendsError('Go is missing: install Go 1.25.5 or newer and have `go` in the PATH')
  }
  const [zipkinJar] = await Promise.all([
    fetchZipkin(bin, report),
    buildOnce('collector', collector, report, buildCollector),
    buildGoProgram('jaeger', jaeger, report),
    buildGoProgram('victoria-logs', victoriaLogs, report),
  ])
  return {
    collector,
    jaeger: jaegerBinary,
    victoriaLogs: victoriaLogsBinary,
    ...(zipkinJar !== undefined && { zipkin: zipkinJar }),
  }
}

const fingerprint = (value: object) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)

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
