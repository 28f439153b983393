/**
 * How a value of a variable that cannot be used is handled.
 *
 * - `'refuse'`: the start is refused. For variables that say where telemetry goes, as whom, under
 *   whose protection, or whom to believe: a default would send telemetry to the wrong place, or
 *   trust the wrong people, in silence.
 * - `{ used }`: the variable counts as unset, as the specification has it, and a warning says what
 *   is used instead. For all others, whose default is safe.
 * - `undefined`: every value can be used, or the specification has a rule for this variable.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#parsing-empty-value
 */
type WrongValue = 'refuse' | { readonly used: string } | undefined

/** The variables of a setting, by name. */
export type Variables = Readonly<Record<string, WrongValue>>

/** The fallback of a signal's own variable. */
export const GENERAL = 'what the general variable says'

export function used(text: string): WrongValue {
  return { used: text }
}

/** One OTLP variable in its three forms: for both signals, for traces and for logs. */
export function otlpVariables(name: string, wrong: 'refuse' | { readonly default: string }): Variables {
  const own = wrong === 'refuse' ? wrong : used(`${GENERAL}, else ${wrong.default}`)
  return {
    [`OTEL_EXPORTER_OTLP_${name}`]: wrong === 'refuse' ? wrong : used(wrong.default),
    [`OTEL_EXPORTER_OTLP_TRACES_${name}`]: own,
    [`OTEL_EXPORTER_OTLP_LOGS_${name}`]: own,
  }
}

/** One variable of the batch processors in its two forms: for spans and for log records. */
export function batchVariables(name: string, wrong: WrongValue): Variables {
  return { [`OTEL_BSP_${name}`]: wrong, [`OTEL_BLRP_${name}`]: wrong }
}
