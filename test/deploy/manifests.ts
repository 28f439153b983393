import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DEPLOY } from './collectors'

interface Port {
  readonly name: string
  readonly containerPort: number
}

interface Variable {
  readonly name: string
  readonly value?: string
  readonly valueFrom?: { readonly fieldRef: { readonly fieldPath: string } }
}

interface PodSpec {
  readonly containers: readonly {
    readonly image: string
    readonly args?: readonly string[]
    readonly env?: readonly Variable[]
    readonly ports: readonly Port[]
    readonly readinessProbe?: { readonly httpGet: { readonly port: number } }
    readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[]
  }[]
  readonly volumes: readonly { readonly name: string; readonly configMap?: { readonly name: string } }[]
}

type Labels = Readonly<Record<string, string>>

/** A DaemonSet or a Deployment, as Kubernetes' own types print it. */
export interface Workload {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string }
  readonly spec: {
    readonly selector: { readonly matchLabels: Labels }
    readonly template: { readonly metadata: { readonly labels: Labels }; readonly spec: PodSpec }
  }
}

/** Any other object; which fields it has depends on its kind. */
export interface Resource {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string }
  // biome-ignore lint/suspicious/noExplicitAny: read field by field in the assertions
  readonly spec?: any
  readonly data?: Readonly<Record<string, string>>
}

export interface ComposeService {
  readonly image: string
  readonly command: readonly string[] | null
  readonly environment?: Labels
  readonly ports?: readonly { readonly host_ip: string; readonly target: number; readonly published: string }[]
  readonly volumes?: readonly { readonly source: string; readonly target: string; readonly type: string }[]
}

export interface Manifests {
  /** What `kubectl apply -k deploy/kubernetes` would send. */
  readonly kubernetes: readonly Resource[]
  readonly app: Workload
  readonly compose: { readonly services: Readonly<Record<string, ComposeService>> }
}

/** @throws with what Kubernetes' types, kustomize or Compose have to say against deploy/. */
export async function readManifests(deploy = DEPLOY): Promise<Manifests> {
  const run = promisify(execFile)
  const { stdout } = await run('go', ['run', '-buildvcs=false', '.', deploy], {
    cwd: join(__dirname, 'manifests'),
    maxBuffer: 16 * 1024 * 1024,
  })
  return JSON.parse(stdout) as Manifests
}
