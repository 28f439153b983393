import type { Attributes } from '@opentelemetry/api'
import { detectedText } from '../attributes'
import type { ResourceDetector } from '../otel-resource'

interface Platform {
  /**
   * A variable that only the platform sets. Without it the other variables, whose names are common,
   * may be anybody's.
   */
  readonly onlyWith?: string
  readonly region: string
  readonly zone?: string
}

const PLATFORMS: readonly Platform[] = [
  { region: 'AWS_REGION' },
  { region: 'AWS_DEFAULT_REGION' },
  { region: 'GOOGLE_CLOUD_REGION' },
  { region: 'REGION_NAME', onlyWith: 'WEBSITE_SITE_NAME' },
  { region: 'FLY_REGION' },
  { region: 'VERCEL_REGION' },
  { region: 'RAILWAY_REPLICA_REGION' },
  { region: 'NOMAD_REGION', zone: 'NOMAD_DC' },
]

/**
 * Region and zone as the platform names them: the first platform whose region variable is set
 * provides both.
 */
export function cloudAttributes(env: NodeJS.ProcessEnv): Attributes {
  for (const platform of PLATFORMS) {
    if (platform.onlyWith !== undefined && !env[platform.onlyWith]) continue
    const region = detectedText(env[platform.region])
    if (region === undefined) continue
    const zone = platform.zone === undefined ? undefined : detectedText(env[platform.zone])
    return zone === undefined ? { 'cloud.region': region } : { 'cloud.region': region, 'cloud.availability_zone': zone }
  }
  return {}
}

/**
 * Detects `cloud.region` and `cloud.availability_zone` from the variables that the usual platforms
 * set. Never throws.
 *
 * @example
 * ```ts
 * const sdk = new NodeSDK({ resourceDetectors: [cloudDetector] })
 * ```
 */
export const cloudDetector: ResourceDetector = { detect: () => ({ attributes: cloudAttributes(process.env) }) }
