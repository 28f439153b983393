/** Prints what was counted, so that a reader can add it up. */
export function printTable(figures, drains) {
  const rows = [
    ['processes', figures.processes, `${figures.killed} ended by SIGKILL, ${figures.ledgers} with a last ledger`],
    ['records made', figures.made, 'by the processes’ own journals'],
    ['received', figures.receivedOnce, 'each counted once'],
    [
      'lost to SIGKILL',
      figures.lostToKill,
      `${figures.mayLoseToKill} were in memory; the oldest was made ${figures.oldestLostMs} ms before the last`,
    ],
    ['  torn while written', figures.torn, 'counted as corrupt by those who took it over'],
    ['made after the shutdown', figures.afterShutdown, 'and not taken any more'],
    ['made by Heddle itself', figures.unnumbered, ''],
    ['copies received', figures.received, ''],
    [
      '  acknowledged',
      figures.answered,
      `the ledgers have ${figures.delivered} delivered, ${figures.refused} refused; ${figures.notBooked} were not heard`,
    ],
    ['  kept without a word', figures.withheld, ''],
    [
      'further copies',
      figures.furtherCopies,
      'at most the acknowledgements not heard or not given, and what is taken over below',
    ],
    ['taken over from the disk', figures.recovered, `${recoveredBy(drains)} of them by the last two processes`],
  ]
  const width = Math.max(...rows.map(([label]) => label.length))
  for (const [label, count, note] of rows) console.log(`  ${label.padEnd(width)} ${String(count).padStart(9)}  ${note}`)
}

const recoveredBy = (accounts) => accounts.reduce((sum, { ledger }) => sum + (ledger?.recovered ?? 0), 0)
