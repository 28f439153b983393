/**
 * What becomes of a variable whose value cannot be used: the start is refused, or the variable counts as unset, with a warning that says
 * what is used instead. Refused is what says where telemetry goes, as whom, under whose protection, or whom to believe: a default there
 * would send it to the wrong place, or trust the wrong people, in silence. Of all else the default is safe, and the specification's rule
 * holds. `undefined`: any value can be used, or the variable has a rule of its own in the specification.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#parsing-empty-value
 */
export type WrongValue = 'refuse' | { readonly used: string } | undefined

const used = (text: string): WrongValue => ({ used: text })
const ALL = 128
const GENERAL = 'what the general variable says'

/** Of one batch processor. */
function batch(prefix: 'OTEL_BSP' | 'OTEL_BLRP'): Record<string, WrongValue> {
  return {
    [`${prefix}_SCHEDULE_DELAY`]: used('1000 ms; 5000 for span exporters of your own'),
    [`${prefix}_EXPORT_TIMEOUT`]: used('30000 ms'),
    [`${prefix}_MAX_EXPORT_BATCH_SIZE`]: used('2048; 512 for exporters of your own'),
    [`${prefix}_MAX_QUEUE_SIZE`]: used('no bound but that in bytes; 2048 for exporters of your own'),
  }
}

/** Of one signal, or of both. */
function otlp(signal: '' | 'TRACES_' | 'LOGS_'): Record<string, WrongValue> {
  const otherwise = (byDefault: string) => used(signal === '' ? byDefault : `${GENERAL}, else ${byDefault}`)
  const prefix = `OTEL_EXPORTER_OTLP_${signal}`
  return {
    [`${prefix}ENDPOINT`]: 'refuse',
    [`${prefix}PROTOCOL`]: 'refuse',
    [`${prefix}HEADERS`]: 'refuse',
    [`${prefix}CERTIFICATE`]: 'refuse',
    [`${prefix}CLIENT_CERTIFICATE`]: 'refuse',
    [`${prefix}CLIENT_KEY`]: 'refuse',
    [`${prefix}INSECURE`]: 'refuse',
    [`${prefix}COMPRESSION`]: otherwise('none'),
    [`${prefix}TIMEOUT`]: otherwise('10000 ms'),
  }
}

/** Every variable that Heddle reads. A new one has to choose. */
export const VARIABLES: Readonly<Record<string, WrongValue>> = {
  OTEL_SDK_DISABLED: undefined,
  OTEL_SERVICE_NAME: undefined,
  OTEL_RESOURCE_ATTRIBUTES: undefined,
  OTEL_LOG_LEVEL: used('warn'),
  OTEL_PROPAGATORS: used('those of its formats that are known, else tracecontext,baggage'),
  OTEL_TRACES_SAMPLER: used('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: used('1'),
  OTEL_TRACES_EXPORTER: 'refuse',
  OTEL_LOGS_EXPORTER: 'refuse',
  ...otlp(''),
  ...otlp('TRACES_'),
  ...otlp('LOGS_'),
  ...batch('OTEL_BSP'),
  ...batch('OTEL_BLRP'),
  OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: used('no limit'),
  OTEL_ATTRIBUTE_COUNT_LIMIT: used(`${ALL}`),
  OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT: used(`${GENERAL}, else no limit`),
  OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: used(`${GENERAL}, else ${ALL}`),
  OTEL_SPAN_EVENT_COUNT_LIMIT: used(`${ALL}`),
  OTEL_SPAN_LINK_COUNT_LIMIT: used(`${ALL}`),
  OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT: used(`${ALL}`),
  OTEL_LINK_ATTRIBUTE_COUNT_LIMIT: used(`${ALL}`),
  OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT: used(`${GENERAL}, else no limit`),
  OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT: used(`${GENERAL}, else ${ALL}`),
  OTEL_NODE_ENABLED_INSTRUMENTATIONS: used('all of ours'),
  OTEL_NODE_DISABLED_INSTRUMENTATIONS: used('none'),
  OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS: undefined,
  OTEL_CONFIG_FILE: undefined,
  OTEL_EXPERIMENTAL_CONFIG_FILE: undefined,
  OTEL_EXPORTER_ZIPKIN_ENDPOINT: undefined,
  OTEL_ENTITIES: undefined,
  HEDDLE_SPANS: used('hop'),
  HEDDLE_IGNORE_PATHS: undefined,
  HEDDLE_PROPAGATE_TO: 'refuse',
  HEDDLE_TRUST: 'refuse',
  HEDDLE_ECHO_REQUEST_ID: used('false'),
  HEDDLE_LOG_LEVEL: used('info'),
  HEDDLE_SPOOL: 'refuse',
  HEDDLE_SPOOL_DIR: undefined,
  HEDDLE_SPOOL_JOURNAL: 'refuse',
  HEDDLE_TOOLS: undefined,
  HEDDLE_LEDGER_SIGNAL: used('none, so that a signal does what it does without Heddle'),
  HEDDLE_LEDGER_INTERVAL: used('0, which is never'),
  HEDDLE_SHUTDOWN_TIMEOUT: used('2000 ms'),
}
