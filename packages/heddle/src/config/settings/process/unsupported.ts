import type { Setting } from '../../reading/setting'

/** Variables of the specification that may be set for another SDK, and the advice for each. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  OTEL_EXPERIMENTAL_CONFIG_FILE: 'the stable schema is read: name the file in OTEL_CONFIG_FILE',
  OTEL_EXPORTER_ZIPKIN_ENDPOINT: 'there is no Zipkin exporter; send OTLP to a collector with a Zipkin exporter',
  OTEL_ENTITIES: 'entities are not read; use OTEL_RESOURCE_ATTRIBUTES',
}

/** Warns of each variable that is set and not honoured: silence would look like it worked. */
export const unsupported: Setting<object> = {
  checks: {},
  variables: Object.fromEntries(Object.keys(UNSUPPORTED).map((name) => [name, undefined])),
  resolve(_given, { env, problems }) {
    for (const [name, advice] of Object.entries(UNSUPPORTED)) {
      if (env.string(name) !== undefined) problems.warn(name, `not honoured: ${advice}`)
    }
    return {}
  },
}
