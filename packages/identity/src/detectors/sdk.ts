import { dirname, join, resolve } from 'node:path'
import type { Attributes } from '@opentelemetry/api'
import { readText } from './files'

const MAX_BYTES = 65_536

export const SDK_VERSION = 'telemetry.sdk.version'

/** In an SDK of either line these have one version; npm puts `core` where the app's own are. */
const PACKAGES = ['core', 'sdk-trace', 'sdk-trace-node', 'sdk-trace-base', 'resources']

/** The line that these parts are tested with, where no SDK is found, as in a bundle. */
const VERSION = '2.12.0'

/**
 * `telemetry.sdk.*`, which every resource must carry. An SDK adds them to no resource that it is
 * given, and has its own overwritten where it merges the two. So the version is that of the SDK
 * that is installed above the entry point, read from disk.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/resource/#telemetry-sdk
 */
export function sdkAttributes(entryPoint: string | undefined): Attributes {
  return {
    'telemetry.sdk.language': 'nodejs',
    'telemetry.sdk.name': 'opentelemetry',
    [SDK_VERSION]: (entryPoint !== undefined && installedVersion(entryPoint)) || VERSION,
  }
}

function installedVersion(entryPoint: string): string | undefined {
  for (let directory = dirname(resolve(entryPoint)), last = ''; directory !== last; directory = dirname(directory)) {
    last = directory
    for (const name of PACKAGES) {
      const text = readText(join(directory, 'node_modules', '@opentelemetry', name, 'package.json'), MAX_BYTES)
      const version = text && /"version": *"(\d+\.[^"]+)"/.exec(text)?.[1]
      if (version) return version
    }
  }
  return undefined
}
