import { userInfo } from 'node:os'
import { basename, isAbsolute } from 'node:path'
import type { Attributes } from '@opentelemetry/api'
import type { ResourceDetector } from '../otel-resource'

/** The name of the running executable, for `process.executable.name` and `unknown_service:…`. */
export function executableName(): string {
  return basename(process.execPath).replace(/\.exe$/i, '')
}

/**
 * The script that Node was started with; `undefined` for `node -e`, which puts the user's own
 * argument in that place.
 */
export function mainScript(): string | undefined {
  const script = process.argv[1]
  if (script === undefined || !isAbsolute(script) || process.execArgv.some(isEval)) return undefined
  return scriptUnderPm2(script) ?? script
}

/**
 * PM2 starts Node with its own file, which loads the app's. In cluster mode PM2 unpacks its
 * variables only later.
 */
function scriptUnderPm2(script: string): string | undefined {
  if (!/^ProcessContainer(Fork)?\.js$/.test(basename(script))) return undefined
  const { pm2_env: packed, pm_exec_path: unpacked } = process.env
  try {
    const path: unknown = unpacked ?? JSON.parse(packed ?? '{}').pm_exec_path
    return typeof path === 'string' && isAbsolute(path) ? path : undefined
  } catch {
    return undefined
  }
}

function isEval(argument: string): boolean {
  return /^(-e|-p|-pe|--eval|--print)(=|$)/.test(argument)
}

function processAttributes(): Attributes {
  const attributes: Attributes = {
    'process.pid': process.pid,
    'process.executable.name': executableName(),
    'process.executable.path': process.execPath,
    'process.command': process.argv0,
    'process.runtime.name': 'nodejs',
    'process.runtime.version': process.versions.node,
    'process.runtime.description': 'Node.js',
  }
  const script = mainScript()
  // Arguments after the script, and Node's own options, carry tokens and passwords: the conventions
  // forbid them by default.
  if (script !== undefined) attributes['process.command_args'] = [process.argv0, script]
  const owner = ownerName()
  if (owner !== undefined) attributes['process.owner'] = owner
  return attributes
}

function ownerName(): string | undefined {
  try {
    return userInfo().username || undefined
  } catch {
    // A container often runs under a user id that no user database knows.
    return undefined
  }
}

/**
 * Detects `process.*`. `process.command_args` has only the executable and the script, never the
 * arguments after them. Never throws.
 *
 * @example
 * ```ts
 * const sdk = new NodeSDK({ resourceDetectors: [processDetector] })
 * ```
 */
export const processDetector: ResourceDetector = { detect: () => ({ attributes: processAttributes() }) }
