import type { Difference } from '../compare'
import { LOGS } from './logs'
import { PINO } from './pino'
import { REQUESTS } from './requests'
import { RESOURCE } from './resource'
import { SPANS } from './spans'

/** Every difference that is known, by the part of docs/against-stock.md in which it stands. */
export const DIFFERENCES: Readonly<Record<string, readonly Difference[]>> = {
  'The resource': RESOURCE,
  'Spans of requests': REQUESTS,
  'Spans of the app’s own': SPANS,
  'Lines of pino': PINO,
  'The Logs API': LOGS,
}
