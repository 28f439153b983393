import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { ReceivedSpan } from '@heddle/receiver'
import { withoutTelemetrySettings } from '../support/service'

export type Format = 'commonjs' | 'module'

/** Runs a case of an app in a process of its own, which has the package as it loads it in that format. */
export async function runApp(
  app: string,
  name: string,
  { format, packageName, cwd = __dirname, env }: AppOptions,
): Promise<unknown> {
  const script = pathToFileURL(join(__dirname, 'apps', app)).href
  const code =
    format === 'commonjs'
      ? `const loaded = require('${packageName}'); import('${script}').then(({ run }) => run(loaded, '${name}'))`
      : `import * as loaded from '${packageName}'; import { run } from '${script}'; await run(loaded, '${name}')`
  const execArgv = ['--import', 'heddle/register', `--input-type=${format}`, '-e', code]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, execArgv, {
    cwd,
    timeout: 30_000,
    env: { ...withoutTelemetrySettings(process.env), HEDDLE_SPOOL: 'false', ...env },
  })
  if (stderr !== '') throw new Error(stderr)
  return JSON.parse(stdout)
}

export interface AppOptions {
  readonly format: Format
  readonly packageName: string
  /** Where the package is found. */
  readonly cwd?: string
  readonly env: NodeJS.ProcessEnv
}

/** Each span with the way to it, such as `request > query Cats > resolver`, in order. */
export function paths(spans: readonly ReceivedSpan[]): string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  const path = (span: ReceivedSpan): string => {
    const parent = byId.get(span.parentSpanId ?? '')
    return parent === undefined ? span.name : `${path(parent)} > ${span.name}`
  }
  return spans.map(path).sort()
}
