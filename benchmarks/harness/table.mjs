// The results as Markdown.

/**
 * @param {{ title: string, unit: string, rows: Row[] }} scenario
 * @typedef {{ name: string, what: string, cost: number, median: number, rssMiB?: number, arrivals?: Record<string, number>,
 *   lost?: Record<string, number> }} Row
 */
export function tableOf({ title, unit, rows }) {
  const bare = rows.find(({ name }) => name === 'bare')
  const added = ({ cost }) => (bare === undefined ? cost : cost - bare.cost)
  const heddle = rows.find(({ name }) => name === 'heddle')
  const columns = ['contender', unit, 'added', 'against heddle', 'median', 'RSS MiB', 'arrived', 'lost']
  const lines = rows.map((row) => [
    `${row.name}: ${row.what}`,
    row.cost.toFixed(1),
    row === bare ? '' : added(row).toFixed(1),
    row === bare || heddle === undefined ? '' : `${(added(row) / added(heddle)).toFixed(2)} ×`,
    row.median.toFixed(1),
    row.rssMiB?.toFixed(0) ?? '',
    listOf(row.arrivals, (count) => round(count)),
    listOf(row.lost, (share) => `${round(share * 100)} %`) || 'none',
  ])
  const table = [columns, columns.map((_, index) => (index === 0 ? '---' : '--:')), ...lines]
  return [`### ${title}`, '', ...table.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n')
}

const listOf = (record = {}, text) =>
  Object.entries(record)
    .map(([name, value]) => `${text(value)} ${name}`)
    .join(', ')

const round = (number) => String(Number(number.toFixed(2)))
