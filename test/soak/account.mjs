import { readFileSync } from 'node:fs'

const SIGNALS = ['traces', 'logs']

/**
 * Reads the journal in which a process recorded its own work, without a line that SIGKILL has torn.
 */
export function readAccount(life) {
  const account = {
    ...life,
    made: [],
    madeAtMs: [],
    coveredBelow: 0,
    ledger: undefined,
    hasLastWord: false,
    unbalanced: 0,
  }
  for (const line of linesOf(life.journal)) {
    const [kind, first, second] = line.split(' ')
    if (kind === 'm') {
      account.made.push(Number(first))
      account.madeAtMs.push(Number(second))
    } else if (kind === 'c') {
      account.coveredBelow = Number(first)
    } else {
      account.ledger = sumOf(JSON.parse(line.slice(2)))
      account.hasLastWord = kind === 'e'
      if (!isBalanced(account.ledger)) account.unbalanced++
    }
  }
  return account
}

/** The last line is whole only if its end is there. */
function linesOf(journal) {
  try {
    return readFileSync(journal, 'utf8').split('\n').slice(0, -1)
  } catch {
    // It was killed before it could begin one.
    return []
  }
}

/** The ledgers of both signals, added up to one. */
function sumOf(ledger) {
  const sum = { created: 0, recovered: 0, delivered: 0, sampledOut: 0, dropped: {}, memory: 0, disk: 0 }
  for (const signal of SIGNALS) {
    const { created, recovered, delivered, sampledOut = 0, dropped, held } = ledger[signal]
    sum.created += created
    sum.recovered += recovered
    sum.delivered += delivered
    sum.sampledOut += sampledOut
    for (const [reason, items] of Object.entries(dropped)) sum.dropped[reason] = (sum.dropped[reason] ?? 0) + items
    sum.memory += held.items
    sum.disk += held.disk.items
  }
  return sum
}

function isBalanced({ created, recovered, delivered, sampledOut, dropped, memory, disk }) {
  const lost = Object.values(dropped).reduce((sum, items) => sum + items, 0)
  return created + recovered === delivered + sampledOut + lost + memory + disk
}
