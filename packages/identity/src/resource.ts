import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { diag } from '@opentelemetry/api'
import { isThenable, mergeLayers } from './attributes'
import { cloudAttributes } from './detectors/cloud'
import { containerAttributes, podOfContainer, readContainerFiles } from './detectors/container'
import { environmentAttributes } from './detectors/environment'
import { hostAttributes } from './detectors/host'
import { kubernetesAttributes } from './detectors/kubernetes'
import { packageAttributes } from './detectors/package-json'
import { executableName, mainScript, processDetector } from './detectors/process'
import {
  type DetectedResourceAttributes,
  type Resource,
  type ResourceDetector,
  resourceFromAttributes,
  SDK_ATTRIBUTES,
} from './otel-resource'
import { attributesOfIdentity, type ServiceIdentity } from './service-identity'

/** Where the identity is read from. */
export interface ResourceOptions {
  /** @default process.env */
  readonly env?: NodeJS.ProcessEnv | undefined
  /**
   * The app's entry file; the nearest package.json above it gives the service's name and version.
   * @default process.argv[1], or the working directory when Node runs without a script
   */
  readonly entryPoint?: string | undefined
  /**
   * Detectors beside ours, which they win over; of two, the later one wins. Attributes that are promises stay pending in the resource
   * until its `waitForAsyncAttributes()`. A detector that throws is skipped with a warning.
   */
  readonly detectors?: readonly ResourceDetector[] | undefined
  /**
   * Told what was ignored and why.
   * @default OpenTelemetry's `diag.warn`
   */
  readonly onWarning?: ((message: string) => void) | undefined
}

/** Random, as the semantic conventions recommend: a pod's name is confidential, and one pod may run several processes. */
const SERVICE_INSTANCE_ID = randomUUID()

let hasWarnedOfUnknownService = false

/**
 * One resource for all signals, in the current OpenTelemetry semantic conventions. What is said first wins:
 * code, `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`, the nearest package.json, the detectors given, our own detectors,
 * and for a service without a name `unknown_service:<executable>`, which is said once a process.
 *
 * Synchronous and local: it reads a few files and variables, and opens no connection and starts no process.
 *
 * @throws TypeError when the identity has a field of a wrong type. Nothing else makes it throw.
 */
export function createResource(identity: ServiceIdentity = {}, options: ResourceOptions = {}): Resource {
  return resourceFromAttributes(detectIdentity(identity, options))
}

/**
 * What {@link createResource} finds, as a detector for a stock OpenTelemetry SDK.
 *
 * @throws TypeError when the identity has a field of a wrong type: here, since an SDK hides what a detector throws.
 */
export function identityDetector(identity: ServiceIdentity = {}, options: ResourceOptions = {}): ResourceDetector {
  attributesOfIdentity(identity)
  return { detect: () => ({ attributes: detectIdentity(identity, options) }) }
}

function detectIdentity(identity: ServiceIdentity, options: ResourceOptions): DetectedResourceAttributes {
  const env = options.env ?? process.env
  const warn = guarded(options.onWarning ?? ((message: string) => diag.warn(message)))
  const entryPoint = options.entryPoint ?? mainScript() ?? join(process.cwd(), 'index.js')
  const named = mergeLayers([
    attributesOfIdentity(identity),
    environmentAttributes(env, warn),
    packageAttributes(entryPoint),
    ...(options.detectors ?? []).toReversed().map((detector) => detected(detector, warn)),
  ])
  if (named['service.name'] === undefined) warnOfUnknownService(warn)
  return mergeLayers([named, ...ownLayers(env)])
}

function ownLayers(env: NodeJS.ProcessEnv): DetectedResourceAttributes[] {
  const files = readContainerFiles()
  return [
    { 'service.instance.id': SERVICE_INSTANCE_ID, 'service.name': unknownServiceName() },
    cloudAttributes(env),
    kubernetesAttributes(env, podOfContainer(files)),
    containerAttributes(files),
    hostAttributes(files, env),
    processDetector.detect().attributes ?? {},
    SDK_ATTRIBUTES as DetectedResourceAttributes,
  ]
}

function detected(detector: ResourceDetector, warn: (message: string) => void): DetectedResourceAttributes {
  try {
    const result = detector.detect()
    // Merged here, so that attributes whose getters throw are caught as well.
    if (!isThenable(result)) return mergeLayers([result?.attributes ?? {}])
    // Not awaited by anyone: without this its rejection would end the process.
    result.then(undefined, () => {})
    warn(
      `The resource detector ${nameOf(detector)} was ignored: it returned a promise instead of promises as attributes.`,
    )
  } catch (error) {
    warn(
      `The resource detector ${nameOf(detector)} was ignored: it threw ${error instanceof Error ? error.message : typeof error}.`,
    )
  }
  return {}
}

function nameOf(detector: unknown): string {
  const name = (detector as { constructor?: { name?: unknown } } | null)?.constructor?.name
  return typeof name === 'string' && name !== 'Object' ? name : '(unnamed)'
}

function unknownServiceName(): string {
  return `unknown_service:${executableName()}`
}

function warnOfUnknownService(warn: (message: string) => void): void {
  if (hasWarnedOfUnknownService) return
  hasWarnedOfUnknownService = true
  warn(
    `The service has no name and is called ${unknownServiceName()}. Set the variable OTEL_SERVICE_NAME, ` +
      'give it a name in code, or add a "name" to the package.json of the app.',
  )
}

function guarded(onWarning: (message: string) => void): (message: string) => void {
  return (message) => {
    try {
      onWarning(message)
    } catch {
      // The app must start whatever its own warning handler does.
    }
  }
}
