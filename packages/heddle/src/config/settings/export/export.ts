import type { SignalOptions } from '@heddle/otlp'
import { timeoutOf } from '../../reading/durations'
import type { SignalSettings } from '../../reading/signal-settings'
import type { ResolvedBatch } from './batch'
import { COMPRESSIONS, PROTOCOLS } from './checks'
import { endpointFor, placeOf, protocolFrom } from './endpoint'
import { parseHeaders } from './headers'
import { insecureOf, type ReadFile, resolveTls } from './tls'

/**
 * Where one signal goes, with what only configuration knows in place. It is `@heddle/otlp`'s own type, so that the
 * compiler refuses a setting that nothing would honour.
 */
export type Target = SignalOptions & Required<Pick<SignalOptions, 'headers' | 'compression' | 'timeoutMs' | 'batch'>>

/** One signal's way to the collector. */
export function resolveTarget(settings: SignalSettings, batch: ResolvedBatch, readFile: ReadFile): Target {
  const { env } = settings
  const { maxItems, maxBytes, maxDelayMs, maxQueueItems } = batch
  const place = placeOf(settings)
  const protocol =
    settings.inCode('protocol') ?? env.oneOf(PROTOCOLS, ...settings.variables('PROTOCOL')) ?? protocolFrom(place)
  const compression = settings.inCode('compression') ?? env.oneOf(COMPRESSIONS, ...settings.variables('COMPRESSION'))
  const timeoutMs = settings.inCode('timeoutMs') ?? env.integer(0, ...settings.variables('TIMEOUT')) ?? 10_000
  return {
    endpoint: endpointFor(settings, place, protocol, insecureOf(settings)),
    protocol,
    headers: headersOf(settings),
    compression: compression ?? 'none',
    timeoutMs: timeoutOf(timeoutMs),
    tls: resolveTls(settings, readFile),
    batch: { maxItems, maxBytes, maxDelayMs },
    maxQueueBytes: settings.inCode('maxQueueBytes'),
    maxQueueItems,
  }
}

function headersOf(settings: SignalSettings): Readonly<Record<string, string>> {
  // Those that are undefined went when the options were checked.
  const given = settings.inCode('headers') as Readonly<Record<string, string>> | undefined
  if (given) return given
  const found = settings.env.firstOf(...settings.variables('HEADERS'))
  return found ? parseHeaders(found.name, found.value, settings.problems) : {}
}
