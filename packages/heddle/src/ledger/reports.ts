import { isMainThread } from 'node:worker_threads'
import type { ResolvedLedger } from '../config/settings/process/ledger'
import { writeStderr } from '../diagnostics/stderr'
import type { Ledger } from './ledger'
import { ledgerLine } from './line'

type ReadLedger = () => Ledger

/** The function that reads the ledger, for each signal that asks for it. */
const readers = new Map<NodeJS.Signals, ReadLedger>()

/**
 * Writes the ledger to stderr at a process signal, and at each interval if the ledger has changed.
 * Neither holds the process. Returns the function that ends the interval.
 *
 * The listener of a signal is never removed. To remove it would give the signal its default back,
 * which for SIGUSR2 is to end the process, just when somebody wants to know what became of the
 * telemetry after a shutdown. A later start replaces the reader.
 */
export function reportLedger(
  { signal, intervalMs }: ResolvedLedger,
  read: ReadLedger,
  host: Pick<NodeJS.Process, 'on'> = process,
  handlesSignals = isMainThread,
): () => void {
  if (signal && handlesSignals) writeAtSignal(signal, read, host)
  return intervalMs > 0 ? writeChanges(intervalMs, read) : () => {}
}

function writeAtSignal(signal: NodeJS.Signals, read: ReadLedger, host: Pick<NodeJS.Process, 'on'>): void {
  if (!readers.has(signal)) host.on(signal, () => writeStderr(ledgerLine(readers.get(signal)!())))
  readers.set(signal, read)
}

function writeChanges(intervalMs: number, read: ReadLedger): () => void {
  let written = ledgerLine(read())
  const timer = setInterval(() => {
    const line = ledgerLine(read())
    if (line === written) return
    written = line
    writeStderr(line)
  }, intervalMs)
  timer.unref()
  return () => clearInterval(timer)
}
