import { type BatchObservableResult, type MetricOptions, type Observable, ValueType } from '@opentelemetry/api'
import type { Noun } from './component'

/** Instruments that are read together, when someone collects metrics and at no other time. */
export interface InstrumentSet {
  readonly observables: readonly Observable[]
  observe(result: BatchObservableResult): void
}

const UNITS: Readonly<Record<Noun, string>> = { span: '{span}', log: '{log_record}' }

/** Options of an instrument that counts spans or log records. */
export function counting(noun: Noun, description: string): MetricOptions {
  return { unit: UNITS[noun], description, valueType: ValueType.INT }
}
