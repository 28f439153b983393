// The progress that a run reports, with the time since its start.
import { markdownTable } from './table.mjs'

/** Minutes and seconds since the process was started. */
export function elapsed() {
  const seconds = Math.floor(process.uptime())
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export function report(text) {
  console.error(`[${elapsed()}] ${text}`)
}

/**
 * @param {readonly { name: string, major: number, seconds: number }[]} walls - the duration of each
 *   scenario
 */
export function secondsTable(walls) {
  const rows = walls.map(({ name, major, seconds }) => [name, String(major), seconds.toFixed(0)])
  const sum = walls.reduce((total, { seconds }) => total + seconds, 0)
  return markdownTable(['scenario', 'Node', 'seconds'], [...rows, ['all', '', sum.toFixed(0)]])
}
