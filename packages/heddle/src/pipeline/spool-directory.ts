import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { SpoolOptions } from '@heddle/otlp'
import { diag } from '@opentelemetry/api'
import type { ResolvedExporters } from '../config/settings/export/exporters'

/** What the name of a directory needs of the resource. */
interface ResourceLike {
  readonly attributes: Readonly<Record<string, unknown>>
}

/** What makes a service one whose records another process may send. */
const IDENTITY = ['service.namespace', 'service.name', 'deployment.environment.name'] as const

/**
 * The directory in which this service keeps what it cannot send. All services of a user share one
 * directory, in which each has its own: one service's records must not go out with another's
 * credentials. The name does not depend on the endpoint, so that a wrong address, once corrected,
 * has cost nothing.
 *
 * Looks, and writes nothing. Where nothing can be written, records are kept in memory alone, and a
 * message says so.
 */
export function chooseSpoolDirectory(
  { spool, traces, logs }: ResolvedExporters,
  resource: ResourceLike,
): SpoolOptions | undefined {
  if (spool === undefined || !(traces.otlp || logs.otlp)) return undefined
  const { isShared, ...options } = spool
  const dir = resolve(isShared ? join(spool.dir, ownName(resource)) : spool.dir)
  if (!isWritable(dir)) {
    diag.warn(
      `nothing can be written to ${dir}: what cannot be sent is held in memory alone, and lost when the process ends. ` +
        'Let HEDDLE_SPOOL_DIR name a directory that can be written, or set HEDDLE_SPOOL=false',
    )
    if (isShared) return undefined
  }
  return { ...options, dir }
}

function ownName({ attributes }: ResourceLike): string {
  const legible = String(attributes['service.name'])
    .replace(/[^\w.-]+/g, '_')
    .slice(0, 64)
  const hash = createHash('sha256').update(JSON.stringify(IDENTITY.map((name) => attributes[name])))
  return `${legible}-${hash.digest('hex').slice(0, 12)}`
}

/** The nearest that is there decides, since the rest is made when it is first needed. */
function isWritable(dir: string): boolean {
  let nearest = dir
  while (!existsSync(nearest) && nearest !== dirname(nearest)) nearest = dirname(nearest)
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
