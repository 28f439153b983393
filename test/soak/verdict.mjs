/** What a process that ends like this leaves behind, as Node without Heddle would have it. */
const EXITS = {
  SIGKILL: [{ signal: 'SIGKILL' }],
  // A service that listens ends itself in order, if it had come so far as to listen.
  SIGTERM: [{ signal: 'SIGTERM' }, { code: 0 }],
  SIGINT: [{ signal: 'SIGINT' }],
  'process.exit': [{ code: 3 }],
  exception: [{ code: 1 }],
  rejection: [{ code: 1 }],
  'end of script': [{ code: 0 }],
}
/**
 * How much older than the last record of its process a record may be that SIGKILL took: the 100 ms
 * of the journal's promise, and what a machine adds that has more processes than cores. The pauses
 * of the process's own event loop come on top.
 */
const JOURNAL_MS = 100
const SLACK_MS = 400
const REFUSALS = ['rejected', 'partial_success']
/**
 * The reasons for which a ledger may drop a record here: refused, made after the shutdown, or torn
 * by SIGKILL while it was written.
 */
const KNOWN_REASONS = [...REFUSALS, 'shutdown', 'corrupt']

/**
 * Compares the journals of the processes with what the collector received. `problems` is empty if
 * nothing is lost but what SIGKILL took from memory, and every ledger tells the truth.
 */
export function judge(accounts, collector, segmentsLeft) {
  const problems = accounts.flatMap((account) => judgeProcess(account, collector))
  const made = new Set(accounts.flatMap((account) => account.made))
  const unknown = [...collector.copies.keys()].filter((key) => typeof key === 'number' && !made.has(key))
  if (unknown.length > 0) problems.push(`received, but never made: ${some(unknown)}`)
  const uninvited = [...collector.copies.keys()].filter((key) => typeof key !== 'number' && !isCrash(key, accounts))
  if (uninvited.length > 0) problems.push(`received, but no record of the app: ${some(uninvited)}`)
  if (segmentsLeft > 0) problems.push(`${segmentsLeft} segments are still on disk after the last process`)
  const figures = sum(accounts, collector, made)
  if (figures.received !== figures.answered + figures.withheld)
    problems.push(
      `${figures.received} copies received, but ${figures.answered} answered and ${figures.withheld} withheld`,
    )
  if (figures.torn > figures.lostToKill)
    problems.push(`${figures.torn} were torn on disk, which is more than SIGKILL took`)
  // A further copy comes from an acknowledgement that its sender did not receive, or from a segment
  // that another process had sent in part.
  if (figures.furtherCopies > figures.withheld + figures.notBooked + figures.recovered)
    problems.push(
      `${figures.furtherCopies} further copies: more than withheld or unseen acknowledgements and replays explain`,
    )
  return { problems, figures }
}

function judgeProcess(account, { copies, told }) {
  const { id, service, ending, made, ledger, unbalanced } = account
  const problems = []
  const complain = (problem) => problems.push(`process ${id} (${service}, ${ending}): ${problem}`)
  if (account.isOverdue) complain('it did not end, and had to be killed')
  else if (!endedAsExpected(account)) complain(`it ended with ${account.signal ?? `code ${account.code}`}`)
  if (unbalanced > 0) complain(`its ledger was out of balance ${unbalanced} times`)
  const missing = made.filter((number) => !copies.has(number))
  const mayMiss = allowance(account)
  if (missing.length > mayMiss) complain(`${missing.length} lost, at most ${mayMiss} may be: ${some(missing)}`)
  const takenMs = wasKilled(account) ? ageOfOldestLostMs(account, copies) : 0
  const mayTakeMs = JOURNAL_MS + SLACK_MS + longestPauseMs(account)
  if (takenMs > mayTakeMs) complain(`SIGKILL took the last ${takenMs} ms, at most ${mayTakeMs} may be`)
  // After a shutdown a flush covers nothing: what is made then is counted as dropped.
  const covered = wasKilled(account) ? missing.filter((number) => number < account.coveredBelow) : []
  if (covered.length > 0) complain(`${covered.length} lost that a flush had covered: ${some(covered)}`)
  if (ledger === undefined) return problems
  if (!wasKilled(account) && missing.some((number) => number < made.at(-mayMiss)))
    complain(`lost, though made before the shutdown: ${some(missing)}`)
  for (const [reason, items] of Object.entries(ledger.dropped))
    if (items > 0 && !KNOWN_REASONS.includes(reason)) complain(`${items} dropped: ${reason}`)
  const answers = told.get(id) ?? { delivered: 0, rejected: 0, partial_success: 0 }
  for (const [answer, items] of Object.entries({ delivered: ledger.delivered, ...pick(ledger.dropped, REFUSALS) }))
    if (items > answers[answer])
      complain(`its ledger has ${items} ${answer}, the collector said so of ${answers[answer]}`)
  return problems
}

/**
 * How many of its records a process may have lost. SIGKILL takes those in memory, which the last
 * ledger before it counts, and those made since. Any other end takes only those that the app made
 * after Heddle's shutdown, while the app waited for its own end.
 */
function allowance(account) {
  const { made, ledger } = account
  if (ledger === undefined) return made.length
  const sinceLedger = Math.max(0, made.length - ledger.created)
  if (wasKilled(account)) return ledger.memory + sinceLedger
  return ledger.dropped.shutdown + sinceLedger
}

const wasKilled = ({ ending, hasLastWord }) => ending === 'SIGKILL' && !hasLastWord

const endedAsExpected = ({ ending, code, signal }) =>
  EXITS[ending].some((exit) => exit.signal === (signal ?? undefined) && (exit.code ?? null) === code)

/**
 * A crash may leave a record of its own. Nothing else may: above all, Heddle does not trace its own
 * requests.
 */
const isCrash = (key, accounts) =>
  accounts.some(({ id, ending }) => ['exception', 'rejection'].includes(ending) && key.endsWith(` of ${id}`))

/** The figures of all processes together. */
function sum(accounts, { copies, told, withheld }, made) {
  const total = (read) => accounts.reduce((sum, account) => sum + read(account), 0)
  const ledgers = (read) => total(({ ledger }) => (ledger ? read(ledger) : 0))
  const received = [...copies.values()].reduce((sum, count) => sum + count, 0)
  const answered = [...told.values()].reduce(
    (sum, told) => sum + told.delivered + told.rejected + told.partial_success,
    0,
  )
  const refused = ledgers(({ dropped }) => dropped.rejected + dropped.partial_success)
  const delivered = ledgers((ledger) => ledger.delivered)
  const missing = (accounts) => accounts.flatMap((account) => account.made.filter((number) => !copies.has(number)))
  const killed = accounts.filter(wasKilled)
  const lostToKill = missing(killed)
  return {
    processes: accounts.length,
    killed: killed.length,
    ledgers: accounts.filter(({ hasLastWord }) => hasLastWord).length,
    made: made.size,
    receivedOnce: [...made].filter((number) => copies.has(number)).length,
    unnumbered: [...copies.keys()].filter((key) => typeof key !== 'number').length,
    received,
    answered,
    furtherCopies: received - copies.size,
    delivered,
    refused,
    withheld,
    notBooked: answered - delivered - refused,
    recovered: ledgers((ledger) => ledger.recovered),
    afterShutdown: missing(accounts).length - lostToKill.length,
    lostToKill: lostToKill.length,
    torn: ledgers(({ dropped }) => dropped.corrupt),
    mayLoseToKill: killed.reduce((sum, account) => sum + allowance(account), 0),
    oldestLostMs: Math.max(0, ...killed.map((account) => ageOfOldestLostMs(account, copies))),
  }
}

/**
 * The age against the last record that the process made: it can have lost nothing after that, such
 * as while it was being killed.
 */
function ageOfOldestLostMs({ made, madeAtMs }, copies) {
  const oldest = made.findIndex((number) => !copies.has(number))
  return oldest < 0 ? 0 : madeAtMs.at(-1) - madeAtMs[oldest]
}

/** The longest time between two records: a blocked event loop writes nothing to disk. */
function longestPauseMs({ madeAtMs }) {
  return madeAtMs.reduce((longest, atMs, i) => Math.max(longest, atMs - (madeAtMs[i - 1] ?? atMs)), 0)
}

const pick = (object, keys) => Object.fromEntries(keys.map((key) => [key, object[key]]))
const some = (numbers) => `${numbers.slice(0, 5).join(', ')}${numbers.length > 5 ? ', …' : ''}`
