import type { EnvironmentReader } from '../../reading/environment'
import type { Problems } from '../../reading/problems'

/** Variables of the specification that somebody may have set for another SDK, and what to do instead. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  OTEL_CONFIG_FILE: 'declarative configuration is not read; use the other OTEL_* variables or start({ … })',
  OTEL_EXPERIMENTAL_CONFIG_FILE:
    'declarative configuration is not read; use the other OTEL_* variables or start({ … })',
  OTEL_EXPORTER_ZIPKIN_ENDPOINT: 'there is no Zipkin exporter; send OTLP to a collector with a Zipkin exporter',
  OTEL_ENTITIES: 'entities are not read; use OTEL_RESOURCE_ATTRIBUTES',
}

/** Says what was set and is not honoured: silence would look like it worked. */
export function warnOfUnsupported(env: EnvironmentReader, problems: Problems): void {
  for (const [name, advice] of Object.entries(UNSUPPORTED)) {
    if (env.string(name) !== undefined) problems.warn(name, `not honoured: ${advice}`)
  }
}
