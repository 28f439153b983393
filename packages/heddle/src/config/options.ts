import { type Checked, type Checks, object } from './reading/checks'
import type { Problems } from './reading/problems'
import { checksOf } from './reading/setting'
import { type CallbacksOption, callbacks } from './settings/callbacks'
import { type ExportOption, exporting } from './settings/export/export'
import { type ExportersOption, exporters } from './settings/export/exporters'
import { type BridgesOption, bridges } from './settings/instrumentation/bridges'
import { exceptions } from './settings/instrumentation/exceptions'
import { genAiContent } from './settings/instrumentation/gen-ai-content'
import { type HttpOption, http } from './settings/instrumentation/http'
import {
  type InstrumentationsOption,
  instrumentations,
  ownInstrumentations,
} from './settings/instrumentation/instrumentations'
import { type LibrariesOption, libraries } from './settings/instrumentation/libraries'
import { type LimitsOption, limits } from './settings/limits'
import { type LogLevelOption, logLevel } from './settings/log-level'
import { type AttachOption, attach } from './settings/process/attach'
import { configFile } from './settings/process/config-file'
import { diagLevel } from './settings/process/diag-level'
import { type EnabledOption, enabled } from './settings/process/enabled'
import { type LedgerOption, ledger } from './settings/process/ledger'
import { type MeterProviderOption, meterProvider } from './settings/process/meter-provider'
import { type ShutdownTimeoutOption, shutdownTimeout } from './settings/process/shutdown-timeout'
import { unsupported } from './settings/process/unsupported'
import { type ProcessorsOption, processors } from './settings/processors'
import { type PropagationOption, propagation } from './settings/propagation'
import { type ResourceDetectorsOption, resourceDetectors } from './settings/resource-detectors'
import { type SamplerOption, sampler } from './settings/sampler'
import { type ServiceOption, service } from './settings/service'

/**
 * Everything that can be said in code. It comes before the environment, which comes before the
 * defaults. `undefined` means not given.
 *
 * `start()` throws a `HeddleConfigError` for a wrong value, a wrong type or an unknown name.
 */
export interface HeddleOptions
  extends ServiceOption,
    CallbacksOption,
    ExportOption,
    ExportersOption,
    ProcessorsOption,
    ResourceDetectorsOption,
    InstrumentationsOption,
    SamplerOption,
    PropagationOption,
    HttpOption,
    BridgesOption,
    LibrariesOption,
    LimitsOption,
    LedgerOption,
    MeterProviderOption,
    AttachOption,
    LogLevelOption,
    ShutdownTimeoutOption,
    EnabledOption {}

/**
 * Every setting. The order is that in which messages list the options, and in which settings are
 * resolved and their problems reported.
 */
export const SETTINGS = [
  service,
  callbacks,
  exporting,
  exporters,
  processors,
  resourceDetectors,
  instrumentations,
  sampler,
  propagation,
  http,
  bridges,
  libraries,
  exceptions,
  ownInstrumentations,
  genAiContent,
  limits,
  ledger,
  meterProvider,
  attach,
  logLevel,
  diagLevel,
  shutdownTimeout,
  enabled,
  configFile,
  unsupported,
] as const

// The compiler refuses an option of HeddleOptions whose setting is not in the list.
const checks: Checks<HeddleOptions> = checksOf(SETTINGS)
const checkAll = object<HeddleOptions>(checks)

/**
 * The options that passed their checks. All others are noted in `problems`, by their full names.
 */
export function checkOptions(options: unknown, problems: Problems): Checked<HeddleOptions> {
  return checkAll('', options, problems) ?? {}
}
