import type { AttributeValue, Sampler } from '@opentelemetry/api'
import { shown } from '../reading/problems'
import type { Reader } from './reader'
import { readResource } from './resource'
import { readSampler } from './sampler'
import { readProvider } from './signal'
import type { Placed } from './tree'

/** What a configuration file says, as the settings know it: variables, and what has none. */
export interface FileSettings {
  /** Variables of the specification. */
  readonly env: Record<string, string>
  /** Which place of the file each variable is from. */
  readonly places: Record<string, string>
  /** Of the resource, with their types. */
  attributes: Record<string, Placed<AttributeValue>>
  sampler: Placed<Sampler> | undefined
}

/** The words of the schema for a level, and ours. */
const LOG_LEVELS = {
  trace: 'verbose',
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  error: 'error',
  fatal: 'error',
} as const
const PROPAGATORS = ['tracecontext', 'baggage', 'b3', 'b3multi'] as const
const FORMAT = /^1\.(\d+)(?:-rc\.\d+)?$/
/** The last minor version whose types are known. */
const MINOR = 1

/**
 * Reads the declarative configuration, versions 1.x of its schema. What is not in it, or not
 * implemented, is complained of by name: nothing is passed over.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/data-model/
 */
export function translate(tree: unknown, reader: Reader): FileSettings {
  const settings: FileSettings = { env: {}, places: {}, attributes: {}, sampler: undefined }
  const set = (name: string) => (path: string, value: string | number | boolean) => {
    settings.env[name] = String(value)
    settings.places[name] = path
  }
  // A part that is left out does nothing, by the schema.
  if (tree === undefined) return settings
  Object.assign(settings.env, { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none', OTEL_PROPAGATORS: 'none' })
  let format: unknown
  reader.map('', tree, {
    file_format: (_path, value) => {
      format = value
    },
    disabled: (path, value) => reader.bool((isDisabled) => set('OTEL_SDK_DISABLED')(path, isDisabled))(path, value),
    log_level: (path, value) => {
      const levels = Object.keys(LOG_LEVELS) as (keyof typeof LOG_LEVELS)[]
      const word = typeof value === 'string' ? value.replace(/[234]$/, '') : value
      reader.word(levels, (level) => set('OTEL_LOG_LEVEL')(path, LOG_LEVELS[level]))(path, word)
    },
    resource: (path, value) => {
      settings.attributes = readResource(path, value, reader)
    },
    attribute_limits: (path, value) =>
      reader.map(path, value, {
        attribute_value_length_limit: number('OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT'),
        attribute_count_limit: number('OTEL_ATTRIBUTE_COUNT_LIMIT'),
        attribute_value_depth_limit: depth,
      }),
    propagator: (path, value) => readPropagators(path, value, reader, set('OTEL_PROPAGATORS')),
    tracer_provider: (path, value) =>
      readProvider(path, value, 'TRACES', reader, set, {
        sampler: (path, value) => {
          const sampler = readSampler(path, value, reader)
          settings.sampler = sampler && { value: sampler, place: path }
        },
        limits: (path, value) =>
          reader.map(path, value, {
            attribute_value_length_limit: number('OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT'),
            attribute_count_limit: number('OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT'),
            attribute_value_depth_limit: depth,
            event_count_limit: number('OTEL_SPAN_EVENT_COUNT_LIMIT'),
            link_count_limit: number('OTEL_SPAN_LINK_COUNT_LIMIT'),
            event_attribute_count_limit: number('OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT'),
            link_attribute_count_limit: number('OTEL_LINK_ATTRIBUTE_COUNT_LIMIT'),
          }),
      }),
    logger_provider: (path, value) =>
      readProvider(path, value, 'LOGS', reader, set, {
        limits: (path, value) =>
          reader.map(path, value, {
            attribute_value_length_limit: number('OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT'),
            attribute_count_limit: number('OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT'),
            attribute_value_depth_limit: depth,
          }),
      }),
    // Parts of their own, without which the rest is as it should be.
    meter_provider: (path) => reader.warn(path, 'left out: Heddle sends no metrics yet'),
    'instrumentation/development': (path, value) => {
      if (saysSomething(value))
        reader.warn(path, 'left out: all of ours are on, and start({ instrumentations }) adds others')
    },
    distribution: (path) => reader.warn(path, 'left out: HEDDLE_* and start({ … }) have its place'),
  })
  const parts = typeof tree === 'object' && !Array.isArray(tree) ? ((tree ?? {}) as Record<string, unknown>) : undefined
  if (parts !== undefined) checkFormat(format, reader)
  // One without content would switch a signal off in silence.
  for (const name of ['tracer_provider', 'logger_provider'])
    if (parts?.[name] === null) reader.complain(`${name}.processors`, 'is missing')
  return settings

  function number(name: string) {
    return (path: string, value: unknown) => reader.integer((limit) => set(name)(path, limit))(path, value)
  }

  /** Ours is fixed, and lies below the schema's default, which says nothing. */
  function depth(path: string, value: unknown): void {
    if (value !== 64) reader.complain(path, 'not implemented by Heddle: values are cut at 16 levels')
  }
}

/** @see https://github.com/open-telemetry/opentelemetry-configuration/blob/main/VERSIONING.md#file-format */
function checkFormat(format: unknown, reader: Reader): void {
  const minor = typeof format === 'string' ? FORMAT.exec(format)?.[1] : undefined
  if (minor === undefined) {
    const read = format === undefined ? 'is missing' : `read ${shown(format)}`
    reader.complain('file_format', `${read}, allowed: "1.0", "1.1" (a text, so in quotes)`)
  } else if (Number(minor) > MINOR)
    reader.warn(
      'file_format',
      `read ${shown(format)}, known is up to "1.${MINOR}": what came later is refused by its name`,
    )
}

/** A template may name a part whose variables are not set. */
function saysSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).some(saysSomething) : value !== null
}

function readPropagators(
  path: string,
  value: unknown,
  reader: Reader,
  take: (path: string, value: string) => void,
): void {
  const names: string[] = []
  reader.map(path, value, {
    composite: (path, list) =>
      reader.list(path, list, (path, each) => {
        const fields = PROPAGATORS.map((name) => [name, reader.bare(() => void names.push(name))] as const)
        reader.oneOf(path, each, Object.fromEntries(fields))
      }),
    composite_list: (path, list) =>
      reader.text((text) => {
        for (const name of text.split(',').map((each) => each.trim())) {
          if (name === 'none' || name === '') continue
          reader.word(PROPAGATORS, (known) => void names.push(known))(path, name)
        }
      })(path, list),
  })
  take(path, names.length === 0 ? 'none' : [...new Set(names)].join(','))
}
