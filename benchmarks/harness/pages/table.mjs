// The results as Markdown.

/**
 * @typedef {{ name: string, what: string, cost: number, median: number, perArrived?: number,
 *   rounds?: number, perSecond?: number, p99Ms?: number, rssMiB?: number, arrived?: Record<string, number>, lost?: Record<string,
 *   number>, extra?: string, baseline?: string, reference?: string }} Row
 * @param {{ title: string, unit: string, baseline?: string, showsPerArrived?: boolean, rows: Row[],
 *   leftOut?: Record<string, string> }} scenario - `leftOut` says why a contender has no row
 */
export function tableOf({ title, unit, baseline, showsPerArrived = false, rows, leftOut }) {
  const find = (name) => rows.find((row) => row.name === name)
  const addedOf = (row) => row.cost - (find(row.baseline ?? baseline)?.cost ?? 0)
  const ratioOf = (row) => addedOf(row) / addedOf(find(row.reference ?? 'heddle') ?? row)
  const isBaseline = (row) => row.name === (row.baseline ?? baseline)
  const costColumns = {
    contender: (row) => `**${row.name}** ${row.what}`,
    [unit]: ({ cost }) => decimals(cost),
    ...(baseline === undefined ? {} : { added: (row) => (isBaseline(row) ? '' : decimals(addedOf(row))) }),
    'against Heddle': (row) => (isBaseline(row) ? '' : `${ratioOf(row).toFixed(2)} ×`),
    'for each that arrived': (row) => (showsPerArrived && row.perArrived ? decimals(row.perArrived) : ''),
    median: ({ median }) => decimals(median),
    rounds: ({ rounds }) => String(rounds ?? ''),
    'requests/s': ({ perSecond }) => perSecond?.toFixed(0) ?? '',
    'p99 ms': ({ p99Ms }) => (p99Ms === undefined ? '' : decimals(p99Ms)),
    'RSS MiB': ({ rssMiB }) => rssMiB?.toFixed(0) ?? '',
    'arrived for each': ({ arrived }) => listOf(arrived, rounded),
    lost: ({ lost }) => listOf(lost, (share) => `${rounded(share * 100)} %`),
    '': ({ extra }) => extra ?? '',
  }
  const columns = rows.some(({ delay }) => delay !== undefined) ? DELAY_COLUMNS : costColumns
  const used = Object.entries(columns).filter(([, cell]) => rows.some((row) => cell(row) !== ''))
  const head = used.map(([name]) => name)
  return `### ${title}\n\n${markdownTable(
    head,
    rows.map((row) => used.map(([, cell]) => cell(row))),
  )}${leftOutLine(leftOut)}`
}

function leftOutLine(leftOut = {}) {
  const reasons = Object.entries(leftOut).map(([name, reason]) => `**${name}**: ${reason}`)
  return reasons.length === 0 ? '' : `\nLeft out: ${reasons.join('; ')}.\n`
}

/** @param {number} [texts] - columns of text, from the left; the others hold figures */
export function markdownTable(head, rows, texts = 1) {
  const lines = [head, head.map((_, index) => (index < texts ? '---' : '--:')), ...rows]
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

export function decimals(number) {
  const size = Math.abs(number)
  return number.toFixed(size < 0.1 ? 4 : size < 10 ? 2 : 1)
}

/** The columns of a scenario that measures the delay of the event loop. */
const DELAY_COLUMNS = {
  contender: (row) => `**${row.name}** ${row.what}`,
  'p50 ms': ({ delay }) => decimals(delay.p50Ms),
  'p99 ms': ({ delay }) => decimals(delay.p99Ms),
  'p99.9 ms': ({ delay }) => decimals(delay.p999Ms),
  'max ms': ({ delay }) => decimals(delay.maxMs),
  'afterwards p99.9 ms': ({ afterwards }) => decimals(afterwards.p999Ms),
  'afterwards max ms': ({ afterwards }) => decimals(afterwards.maxMs),
  'seconds until replayed': ({ replaySeconds }) => replaySeconds?.toFixed(1) ?? '',
  'MB left': ({ replayedBytes }) => (replayedBytes === undefined ? '' : (replayedBytes / 1e6).toFixed(0)),
  'RSS MiB': ({ rssMiB }) => rssMiB.toFixed(0),
  arrived: ({ arrived }) => listOf(arrived, (share) => `${rounded(share * 100)} %`),
}

const rounded = (number) => String(Number(number.toFixed(2)))
const listOf = (record, text) =>
  Object.entries(record ?? {})
    .map(([name, value]) => `${text(value)} ${name}`)
    .join(', ')
