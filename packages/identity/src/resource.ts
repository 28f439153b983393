import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { diag } from '@opentelemetry/api'
import { hasAttribute, isThenable, mergeLayers } from './attributes'
import { cloudAttributes } from './detectors/cloud'
import { containerAttributes, podOfContainer, readContainerFiles } from './detectors/container'
import { environmentAttributes, serviceNameAttributes } from './detectors/environment'
import { hostAttributes } from './detectors/host'
import { kubernetesAttributes } from './detectors/kubernetes'
import { packageAttributes } from './detectors/package-json'
import { executableName, mainScript, processDetector } from './detectors/process'
import { SDK_VERSION, sdkAttributes } from './detectors/sdk'
import {
  type AttributeSource,
  type DetectedResourceAttributes,
  type Resource,
  type ResourceDetector,
  resourceFromAttributes,
  type SourceOf,
} from './otel-resource'
import { attributesOfIdentity, type ServiceIdentity } from './service-identity'

/** Where {@link createResource} reads the identity from. */
export interface ResourceOptions {
  /** Environment variables. @default process.env */
  readonly env?: NodeJS.ProcessEnv | undefined
  /**
   * The app's entry file; the nearest package.json above it gives the service's name and version.
   * @default process.argv[1], or the working directory when Node runs without a script
   */
  readonly entryPoint?: string | undefined
  /**
   * Detectors that win over the built-in ones; the later of two wins. Attributes that are promises
   * stay pending until the resource's `waitForAsyncAttributes()` resolves. A detector that throws
   * is skipped with a warning.
   * @default none
   */
  readonly detectors?: readonly ResourceDetector[] | undefined
  /**
   * Called with a message that says which value was ignored and why.
   * @default OpenTelemetry's `diag.warn`
   */
  readonly onWarning?: ((message: string) => void) | undefined
}

/**
 * Random, as the semantic conventions recommend: a pod's name is confidential, and one pod may run
 * several processes.
 */
const SERVICE_INSTANCE_ID = randomUUID()

let hasWarnedOfUnknownService = false

/**
 * Creates one resource for traces, logs and metrics, in the current OpenTelemetry semantic
 * conventions. The first source wins: code, `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`, the
 * nearest package.json, the given detectors, the built-in detectors, and
 * `unknown_service:<executable>` for a service without a name, which is warned of once a process.
 *
 * Synchronous and local: it reads a few files and variables, opens no connection and starts no
 * process.
 *
 * @throws TypeError when a field of the identity has a wrong type. Nothing else makes it throw.
 * @example
 * ```ts
 * const resource = createResource({ name: 'checkout', environment: 'production' })
 * const provider = new NodeTracerProvider({ resource })
 * ```
 */
export function createResource(identity: ServiceIdentity = {}, options: ResourceOptions = {}): Resource {
  const { attributes, sourceOf } = detectIdentity(identity, options)
  return resourceFromAttributes(attributes, sourceOf)
}

/**
 * Returns the attributes of {@link createResource} as a detector for a stock OpenTelemetry SDK.
 *
 * @throws TypeError when a field of the identity has a wrong type. It throws here and not in
 *   `detect()`, because an SDK hides errors of detectors.
 * @example
 * ```ts
 * const sdk = new NodeSDK({ resourceDetectors: [identityDetector({ name: 'checkout' })] })
 * ```
 */
export function identityDetector(identity: ServiceIdentity = {}, options: ResourceOptions = {}): ResourceDetector {
  attributesOfIdentity(identity)
  return { detect: () => ({ attributes: detectIdentity(identity, options).attributes }) }
}

interface DetectedIdentity {
  readonly attributes: DetectedResourceAttributes
  readonly sourceOf: SourceOf
}

type Layer = readonly [source: AttributeSource, attributes: DetectedResourceAttributes]

function detectIdentity(identity: ServiceIdentity, options: ResourceOptions): DetectedIdentity {
  const env = options.env ?? process.env
  const warn = guarded(options.onWarning ?? ((message: string) => diag.warn(message)))
  const entryPoint = options.entryPoint ?? mainScript() ?? join(process.cwd(), 'index.js')
  const given: Layer[] = [
    ['code', attributesOfIdentity(identity)],
    ['OTEL_SERVICE_NAME', serviceNameAttributes(env)],
    ['OTEL_RESOURCE_ATTRIBUTES', environmentAttributes(env, warn)],
    ['package.json', packageAttributes(entryPoint)],
    ...(options.detectors ?? []).toReversed().map((detector): Layer => ['detected', detected(detector, warn)]),
  ]
  const named = merged(given)
  if (named['service.name'] === undefined) warnOfUnknownService(warn)
  const own = ownLayers(env, SDK_VERSION in named ? undefined : entryPoint)
  const layers = [...given, ...own]
  return {
    attributes: mergeLayers([named, merged(own)]),
    sourceOf: (attribute) => layers.find(([, attributes]) => hasAttribute(attributes, attribute))?.[0],
  }
}

function merged(layers: readonly Layer[]): DetectedResourceAttributes {
  return mergeLayers(layers.map(([, attributes]) => attributes))
}

/** Without an entry point no file is read for the version of the SDK. */
function ownLayers(env: NodeJS.ProcessEnv, entryPoint: string | undefined): Layer[] {
  const files = readContainerFiles()
  return [
    ['default', { 'service.instance.id': SERVICE_INSTANCE_ID, 'service.name': unknownServiceName() }],
    ['detected', cloudAttributes(env)],
    ['detected', kubernetesAttributes(env, podOfContainer(files))],
    ['detected', containerAttributes(files)],
    ['detected', hostAttributes(files, env)],
    ['detected', processDetector.detect().attributes ?? {}],
    ['default', sdkAttributes(entryPoint) as DetectedResourceAttributes],
  ]
}

function detected(detector: ResourceDetector, warn: (message: string) => void): DetectedResourceAttributes {
  try {
    const result = detector.detect()
    // Merged within the `try`, so that it also catches attributes whose getters throw.
    if (!isThenable(result)) return mergeLayers([result?.attributes ?? {}])
    // Nobody awaits this promise: without a handler its rejection would end the process.
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
