import { createResource } from '@heddle/identity'
import { type ContextManager, ROOT_CONTEXT } from '@opentelemetry/api'
import { SDK_INFO, suppressTracing } from '@opentelemetry/core'
import type { Resource, ResourceDetector } from '@opentelemetry/resources'
import type { HeddleOptions } from '../config/options'
import type { HeddleConfig } from '../config/resolve'
import { apiGlobal } from '../otel-api/global'
import { VERSION } from '../version'

const SDK_VERSION = 'telemetry.sdk.version'

/** The SDK is the one within Heddle, whichever is installed beside it. */
const DISTRIBUTION = {
  [SDK_VERSION]: SDK_INFO[SDK_VERSION],
  'telemetry.distro.name': 'heddle',
  'telemetry.distro.version': VERSION,
}

/**
 * Who is speaking. Official detectors ask the cloud's metadata service with tracing suppressed, but
 * they are asked before a context manager is registered, and most of their requests begin when the
 * instrumentations are on. So they run in `contexts`, which is registered later, unless another
 * SDK's is.
 */
export function detectedResource(config: HeddleConfig, options: HeddleOptions, contexts: ContextManager): Resource {
  const registered = apiGlobal().context as ContextManager | undefined
  return (registered ?? contexts).with(suppressTracing(ROOT_CONTEXT), () =>
    createResource(
      { ...config.service, attributes: { ...DISTRIBUTION, ...config.service.attributes } },
      {
        detectors: (options.resourceDetectors ?? []) as ResourceDetector[],
        ...(config.environment && { env: config.environment }),
      },
    ),
  ) as Resource
}
