import type { SignalStats } from '@heddle/otlp'
import { writeStderr } from '../diagnostics/stderr'
import type { CallbackErrors, Ledger } from './ledger'

/**
 * The ledger on one line, for people and for `grep`. The names are those of `heddle.ledger()`;
 * names and order are stable. Reasons are named when their count is above 0; so are callbacks that
 * failed, at the end of the line. `held` is in memory and `disk` in the spool, both in spans or log
 * records.
 *
 * ```text
 * ledger: traces created=9 recovered=0 delivered=5 sampled_out=1 dropped=3 (queue_full=2 rejected=1) held=0 disk=0 | logs created=…
 * ```
 */
export function ledgerLine({ traces, logs, callbackErrors }: Ledger): string {
  return `ledger: traces ${signalText(traces)} | logs ${signalText(logs)}${callbackText(callbackErrors)}`
}

/**
 * Writes the ledger if the process ends with losses: records were dropped, or are lost with its
 * memory.
 */
export function reportLosses(ledger: Ledger): void {
  const dropped = sum(ledger.traces.dropped) + sum(ledger.logs.dropped)
  const held = ledger.traces.held.items + ledger.logs.held.items
  if (dropped + held === 0) return
  writeStderr([ledgerLine(ledger), ...(held > 0 ? [heldText(held)] : [])].join(' | '))
}

/** `callbacks errors=3 (spanEnd=2 log=1)`, if there were any. */
function callbackText(callbackErrors: CallbackErrors): string {
  const total = sum(callbackErrors)
  return total === 0 ? '' : ` | callbacks errors=${total} (${counted(callbackErrors)})`
}

function signalText({ created, recovered, delivered, sampledOut, dropped, held }: SignalStats): string {
  const reasons = counted(dropped)
  const total = sum(dropped)
  return [
    `created=${created} recovered=${recovered} delivered=${delivered} sampled_out=${sampledOut}`,
    `dropped=${total}${total > 0 ? ` (${reasons})` : ''}`,
    `held=${held.items} disk=${held.disk.items}`,
  ].join(' ')
}

function heldText(held: number): string {
  return (
    `the process ends with ${held} record${held === 1 ? '' : 's'} not delivered: await shutdown() of what start() hands back before ` +
    'process.exit(), or let HEDDLE_SPOOL_DIR keep on disk what cannot be sent'
  )
}

/** Those of the counts that are not 0, as `name=count`. */
function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}=${count}`)
    .join(' ')
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
