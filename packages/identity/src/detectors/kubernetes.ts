import type { Attributes } from '@opentelemetry/api'
import { detectedText } from '../attributes'
import type { ResourceDetector } from '../otel-resource'
import { type PodOfContainer, podOfContainer, readContainerFiles } from './container'
import { readText } from './files'

/**
 * The variables that manifests usually fill from the downward API, the clearest first. A name that
 * begins with `K8S_` or `OTEL_` can mean nothing else; the others count only inside Kubernetes.
 */
const VARIABLES: ReadonlyArray<readonly [attribute: string, ...variables: string[]]> = [
  ['k8s.cluster.name', 'K8S_CLUSTER_NAME', 'CLUSTER_NAME'],
  [
    'k8s.namespace.name',
    'K8S_NAMESPACE_NAME',
    'K8S_NAMESPACE',
    'K8S_POD_NAMESPACE',
    'POD_NAMESPACE',
    'MY_POD_NAMESPACE',
  ],
  ['k8s.node.name', 'K8S_NODE_NAME', 'OTEL_RESOURCE_ATTRIBUTES_NODE_NAME', 'NODE_NAME', 'MY_NODE_NAME'],
  ['k8s.pod.name', 'K8S_POD_NAME', 'OTEL_RESOURCE_ATTRIBUTES_POD_NAME', 'POD_NAME', 'MY_POD_NAME'],
  ['k8s.pod.uid', 'K8S_POD_UID', 'OTEL_RESOURCE_ATTRIBUTES_POD_UID', 'POD_UID', 'MY_POD_UID'],
  ['k8s.pod.ip', 'K8S_POD_IP', 'POD_IP', 'MY_POD_IP'],
  ['k8s.container.name', 'K8S_CONTAINER_NAME', 'CONTAINER_NAME'],
  ['k8s.deployment.name', 'K8S_DEPLOYMENT_NAME', 'DEPLOYMENT_NAME'],
  ['k8s.replicaset.name', 'K8S_REPLICASET_NAME'],
  ['k8s.statefulset.name', 'K8S_STATEFULSET_NAME'],
  ['k8s.daemonset.name', 'K8S_DAEMONSET_NAME'],
  ['k8s.job.name', 'K8S_JOB_NAME'],
  ['k8s.cronjob.name', 'K8S_CRONJOB_NAME'],
]

const NAMESPACE_FILE = '/var/run/secrets/kubernetes.io/serviceaccount/namespace'

/**
 * `k8s.*` from variables first, then from the files that Kubernetes mounts into every container.
 */
export function kubernetesAttributes(
  env: NodeJS.ProcessEnv,
  pod: PodOfContainer | undefined,
  namespaceFile = NAMESPACE_FILE,
): Attributes {
  const attributes: Attributes = {}
  const inKubernetes = Boolean(env['KUBERNETES_SERVICE_HOST'])
  for (const [attribute, ...variables] of VARIABLES) {
    for (const variable of variables) {
      if (!inKubernetes && !variable.startsWith('K8S_') && !variable.startsWith('OTEL_')) continue
      const value = detectedText(env[variable])
      if (value === undefined) continue
      attributes[attribute] = value
      break
    }
  }
  if (pod !== undefined) {
    attributes['k8s.pod.uid'] ??= pod.uid
    if (pod.containerName !== undefined) attributes['k8s.container.name'] ??= pod.containerName
  }
  if (inKubernetes && attributes['k8s.namespace.name'] === undefined) {
    const namespace = detectedText(readText(namespaceFile, 256))
    if (namespace !== undefined) attributes['k8s.namespace.name'] = namespace
  }
  return attributes
}

/**
 * Detects `k8s.*` from the downward API's usual variables, the kubelet's mounts and the service
 * account. Makes no network request, and never throws.
 *
 * @example
 * ```ts
 * const sdk = new NodeSDK({ resourceDetectors: [kubernetesDetector] })
 * ```
 */
export const kubernetesDetector: ResourceDetector = {
  detect: () => ({ attributes: kubernetesAttributes(process.env, podOfContainer(readContainerFiles())) }),
}
