import { existsSync } from 'node:fs'
import { arch, hostname, platform, release } from 'node:os'
import type { Attributes } from '@opentelemetry/api'
import type { ResourceDetector } from '../otel-resource'
import { type ContainerFiles, containerId, podOfContainer, readContainerFiles } from './container'
import { readText } from './files'

/** Node's architecture names that differ from those of the semantic conventions. */
const ARCHITECTURES: Readonly<Record<string, string>> = { arm: 'arm32', ia32: 'x86', ppc: 'ppc32', x64: 'amd64' }
const SYSTEMS: Readonly<Record<string, string>> = { sunos: 'solaris', win32: 'windows' }

/** Only files: macOS and Windows need a child process for a machine id, which may cost a second. */
const MACHINE_ID_FILES: Readonly<Record<string, readonly string[]>> = {
  linux: ['/etc/machine-id', '/var/lib/dbus/machine-id'],
  freebsd: ['/etc/hostid'],
  netbsd: ['/etc/hostid'],
  openbsd: ['/etc/hostid'],
}
const MACHINE_ID = /^[0-9a-f]{32}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const CONTAINER_MARKS = ['/.dockerenv', '/run/.containerenv']

export function hostAttributes(files: ContainerFiles, env: NodeJS.ProcessEnv): Attributes {
  const attributes: Attributes = {
    'host.name': hostname(),
    'host.arch': ARCHITECTURES[arch()] ?? arch(),
    'os.type': SYSTEMS[platform()] ?? platform(),
    'os.version': release(),
  }
  // In a container this file comes with the image: every container would claim to be the same host.
  if (!isContainer(files, env)) {
    const id = machineId(MACHINE_ID_FILES[platform()] ?? [])
    if (id !== undefined) attributes['host.id'] = id
  }
  return attributes
}

export function machineId(paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const id = readText(path, 128)?.trim().toLowerCase()
    if (id !== undefined && MACHINE_ID.test(id)) return id
  }
  return undefined
}

function isContainer(files: ContainerFiles, env: NodeJS.ProcessEnv): boolean {
  if (containerId(files) !== undefined || podOfContainer(files) !== undefined) return true
  return Boolean(env['KUBERNETES_SERVICE_HOST']) || CONTAINER_MARKS.some((path) => existsSync(path))
}

/**
 * Detects `host.name`, `host.arch`, `host.id` (Linux and BSD, outside containers), `os.type` and
 * `os.version`. Never throws.
 *
 * @example
 * ```ts
 * const sdk = new NodeSDK({ resourceDetectors: [hostDetector] })
 * ```
 */
export const hostDetector: ResourceDetector = {
  detect: () => ({ attributes: hostAttributes(readContainerFiles(), process.env) }),
}
