// What is kept of the runs: `results.json` by scenario and Node line, and `RESULTS.md`, which is made of it. A run replaces what it
// measured and leaves the rest.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { reachTable } from './reach.mjs'
import { tableOf } from './table.mjs'

const json = new URL('../results.json', import.meta.url)
const markdown = new URL('../RESULTS.md', import.meta.url)
const manifest = new URL('../package.json', import.meta.url)

/** @returns {Record<string, { title: string, unit: string, baseline?: string, rows: object[], measured: object }>} */
export function committedResults() {
  return existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : {}
}

/**
 * @param {string} name - the scenario
 * @param {number} major - the Node line
 */
export function saveResult(name, major, node, { title, unit, baseline }, rows) {
  const results = committedResults()
  const kept = rows.map(({ outcomes, ...row }) => row)
  const measured = {
    date: new Date().toISOString().slice(0, 10),
    node: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(),
    machine: `${cpus().length} × ${cpus()[0].model}, ${process.platform} ${process.arch}`,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', cwd: new URL('.', json) }).trim(),
  }
  results[`${name}@${major}`] = { title, unit, baseline, measured, rows: kept }
  writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`)
  writeFileSync(markdown, page(results))
}

function page(results) {
  const lines = Object.keys(results).map((key) => key.split('@')[1])
  const majors = [...new Set(lines)].sort()
  const versions = Object.entries(JSON.parse(readFileSync(manifest, 'utf8')).dependencies)
  return [
    '# Results',
    '',
    'Written by `npm run bench`; [README.md](README.md) says how it measures. Absolute figures move between machines and runs by 30 %:',
    'what counts are the ratios within one table.',
    '',
    '## What we want to reach',
    '',
    reachTable(results, majors),
    ...majors.flatMap((major) => [`## Node ${major}`, '', ...sections(results, major)]),
    '## Versions',
    '',
    `${versions.map(([name, version]) => `${name} ${version}`).join(' · ')}.`,
    '',
  ].join('\n')
}

function sections(results, major) {
  return Object.entries(results)
    .filter(([key]) => key.endsWith(`@${major}`))
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([, result]) => [
      tableOf(result),
      `${result.measured.date}, Node ${result.measured.node}, ${result.measured.machine}, Heddle at ${result.measured.commit}.`,
      '',
    ])
}
