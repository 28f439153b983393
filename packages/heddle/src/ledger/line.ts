import type { SignalStats } from '@heddle/otlp'
import { say } from '../diagnostics/stderr'
import type { Ledger } from '../handle'

/**
 * The ledger on one line, for people and for `grep`: the names are those of `heddle.ledger()`, they and their order are stable, and reasons are named when there is something
 * to count. `held` is in memory and `disk` in the spool, both in spans or log records.
 *
 * ```text
 * ledger: traces created=9 recovered=0 delivered=5 sampled_out=1 dropped=3 (queue_full=2 rejected=1) held=0 disk=0 | logs created=…
 * ```
 */
export function ledgerLine({ traces, logs }: Ledger): string {
  return `ledger: traces ${signalText(traces)} | logs ${signalText(logs)}`
}

/** Says the ledger if what it tells of is an end with losses: something was dropped, or goes with the memory of the process. */
export function sayLosses(ledger: Ledger): void {
  const dropped = droppedOf(ledger.traces) + droppedOf(ledger.logs)
  const held = ledger.traces.held.items + ledger.logs.held.items
  if (dropped + held === 0) return
  say([ledgerLine(ledger), ...(held > 0 ? [heldText(held)] : [])].join(' | '))
}

function signalText({ created, recovered, delivered, sampledOut, dropped, held }: SignalStats): string {
  const reasons = Object.entries(dropped)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${reason}=${count}`)
  const total = droppedOf({ dropped })
  return [
    `created=${created} recovered=${recovered} delivered=${delivered} sampled_out=${sampledOut}`,
    `dropped=${total}${reasons.length > 0 ? ` (${reasons.join(' ')})` : ''}`,
    `held=${held.items} disk=${held.disk.items}`,
  ].join(' ')
}

function heldText(held: number): string {
  return (
    `the process ends with ${held} record${held === 1 ? '' : 's'} not delivered: await shutdown() of what start() hands back before ` +
    'process.exit(), or let HEDDLE_SPOOL_DIR keep on disk what cannot be sent'
  )
}

function droppedOf({ dropped }: Pick<SignalStats, 'dropped'>): number {
  return Object.values(dropped).reduce((sum, count) => sum + count, 0)
}
