import type { Attributes } from '@opentelemetry/api'
import type { ResourceDetector } from '../otel-resource'
import { readText } from './files'

/**
 * The files in which the kernel describes the container of a process; empty when it describes none.
 */
export interface ContainerFiles {
  /** `/proc/self/cgroup` */
  readonly cgroup: string
  /** `/proc/self/mountinfo` */
  readonly mountinfo: string
}

/** What the same files tell about the pod, without a request to Kubernetes. */
export interface PodOfContainer {
  readonly uid: string
  readonly containerName: string | undefined
}

const MAX_BYTES = 1_048_576
const CONTAINER_ID = /^(?:[a-z-]+-)?([0-9a-f]{64})(?:\.scope)?$/
const ECS_CONTAINER_ID = /^[0-9a-f]{32}-\d{6,12}$/
const POD_IN_CGROUP = /\bpod([0-9a-f]{8}(?:[-_][0-9a-f]{4}){3}[-_][0-9a-f]{12})\b/
const POD_IN_MOUNT = /\/pods\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(?:containers\/([a-z0-9-]{1,63})\/)?/
/** Files that a container runtime mounts from its own folder for the container. */
const MOUNTED_FROM_CONTAINER = new Set(['/etc/hostname', '/etc/hosts', '/etc/resolv.conf', '/run/.containerenv'])

export function readContainerFiles(proc = '/proc/self'): ContainerFiles {
  return {
    cgroup: readText(`${proc}/cgroup`, MAX_BYTES) ?? '',
    mountinfo: readText(`${proc}/mountinfo`, MAX_BYTES) ?? '',
  }
}

/**
 * The container's id: from the cgroup path (cgroup v1, or v2 without its own namespace), otherwise
 * from the runtime's mounts. In a pod those mounts belong to the sandbox, another container with
 * another id, and no id is better than a wrong one.
 */
export function containerId(files: ContainerFiles): string | undefined {
  const { cgroup } = files
  for (const line of cgroup.split('\n')) {
    const id = idInPath(line.slice(line.indexOf(':', line.indexOf(':') + 1) + 1))
    if (id !== undefined) return id
  }
  const mounts = mountsOf(files)
  for (const { root, type } of mounts) {
    const id = type === 'cgroup' || type === 'cgroup2' ? idInPath(root) : undefined
    if (id !== undefined) return id
  }
  if (podOfContainer(files) !== undefined) return undefined
  for (const { root, point } of mounts) {
    const id = MOUNTED_FROM_CONTAINER.has(point) && !root.includes('/sandboxes/') ? idInPath(root) : undefined
    if (id !== undefined) return id
  }
  return undefined
}

/**
 * The pod that a cgroup path or the kubelet's mounts name; `undefined` outside Kubernetes, and for
 * static pods.
 */
export function podOfContainer(files: ContainerFiles): PodOfContainer | undefined {
  let uid: string | undefined
  let containerName: string | undefined
  for (const { root } of mountsOf(files)) {
    const match = POD_IN_MOUNT.exec(root)
    uid ??= match?.[1]
    containerName ??= match?.[2]
  }
  uid ??= POD_IN_CGROUP.exec(files.cgroup)?.[1]?.replaceAll('_', '-')
  return uid === undefined ? undefined : { uid, containerName }
}

/**
 * The innermost container in a path: containers nest (kind, systemd in Docker), and this process
 * runs in the last one.
 */
function idInPath(path: string): string | undefined {
  const segments = path.split('/')
  for (let i = segments.length - 1; i >= 0; i--) {
    const segment = segments[i]!.slice(segments[i]!.lastIndexOf(':') + 1).trim()
    const id = ECS_CONTAINER_ID.test(segment) ? segment : CONTAINER_ID.exec(segment)?.[1]
    if (id !== undefined) return id
  }
  return undefined
}

interface Mount {
  readonly root: string
  readonly point: string
  readonly type: string
}

/** Several attributes are read from the mounts, and a Kubernetes node has hundreds of them. */
const parsed = new WeakMap<ContainerFiles, readonly Mount[]>()

function mountsOf(files: ContainerFiles): readonly Mount[] {
  const mounts = parsed.get(files) ?? parseMounts(files.mountinfo)
  parsed.set(files, mounts)
  return mounts
}

/**
 * Parses lines as proc(5) defines them: `36 35 98:0 root point options [optional fields] - type
 * source options`.
 */
function parseMounts(mountinfo: string): Mount[] {
  const mounts: Mount[] = []
  for (const line of mountinfo.split('\n')) {
    const fields = line.split(' ')
    const root = fields[3]
    const point = fields[4]
    if (root === undefined || point === undefined) continue
    const separator = fields.indexOf('-', 6)
    mounts.push({ root, point, type: separator < 0 ? '' : (fields[separator + 1] ?? '') })
  }
  return mounts
}

export function containerAttributes(files: ContainerFiles): Attributes {
  const id = containerId(files)
  return id === undefined ? {} : { 'container.id': id }
}

/**
 * Detects `container.id` from cgroup v1 and v2 as Docker, containerd, CRI-O, Podman and ECS name
 * their containers. Never throws.
 *
 * @example
 * ```ts
 * const sdk = new NodeSDK({ resourceDetectors: [containerDetector] })
 * ```
 */
export const containerDetector: ResourceDetector = {
  detect: () => ({ attributes: containerAttributes(readContainerFiles()) }),
}
