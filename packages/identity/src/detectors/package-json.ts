import { dirname, join, resolve, sep } from 'node:path'
import type { Attributes } from '@opentelemetry/api'
import { detectedText } from '../attributes'
import { readText } from './files'

const MAX_BYTES = 1_048_576
const IN_NODE_MODULES = `${sep}node_modules${sep}`

/**
 * `service.name` and `service.version` from the package of the entry point: the nearest
 * package.json above it that has a name. A tool often starts the app
 * (`/app/node_modules/.bin/next`), so a package inside `node_modules` counts only when there is no
 * other.
 */
export function packageAttributes(entryPoint: string): Attributes {
  let inNodeModules: Attributes | undefined
  for (let directory = dirname(resolve(entryPoint)), last = ''; directory !== last; directory = dirname(directory)) {
    last = directory
    const attributes = readPackage(directory)
    if (attributes === undefined) continue
    if (!`${directory}${sep}`.includes(IN_NODE_MODULES)) return attributes
    inNodeModules ??= attributes
  }
  return inNodeModules ?? {}
}

function readPackage(directory: string): Attributes | undefined {
  const text = readText(join(directory, 'package.json'), MAX_BYTES)
  if (text === undefined) return undefined
  let contents: unknown
  try {
    contents = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch {
    return undefined
  }
  if (typeof contents !== 'object' || contents === null) return undefined
  const { name, version } = contents as { name?: unknown; version?: unknown }
  const serviceName = detectedText(name)
  if (serviceName === undefined) return undefined
  const serviceVersion = detectedText(version)
  return serviceVersion === undefined
    ? { 'service.name': serviceName }
    : { 'service.name': serviceName, 'service.version': serviceVersion }
}
