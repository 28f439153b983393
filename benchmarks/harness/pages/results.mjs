// The results that are kept: `results.json`, by scenario and Node line, and the pages made of it. A
// run replaces the results of what it measured and leaves the others.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { readmeWith, resultsPage } from './page.mjs'

const json = new URL('../../results.json', import.meta.url)
const markdown = new URL('../../RESULTS.md', import.meta.url)
const readme = new URL('../../../README.md', import.meta.url)
const manifests = {
  'All, with stock OpenTelemetry of SDK 2': new URL('../../package.json', import.meta.url),
  'Stock OpenTelemetry of SDK 3, on Node 22 and later': new URL('../../stock-3/package.json', import.meta.url),
}

/**
 * @returns {Record<string, { title: string, unit: string, baseline?: string, rows: object[],
 *   measured: object }>}
 */
export function committedResults() {
  return existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : {}
}

/**
 * @param {string} name - the scenario
 * @param {number} major - the Node line
 */
export function saveResult(name, major, node, { title, unit, baseline, showsPerArrived, rows, leftOut }) {
  const results = committedResults()
  const kept = rows.map(({ outcomes, costs, ...row }) => row)
  const measured = {
    date: new Date().toISOString().slice(0, 10),
    node: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(),
    machine: `${cpus().length} × ${cpus()[0].model}, ${process.platform} ${process.arch}`,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', cwd: new URL('.', json) }).trim(),
  }
  results[`${name}@${major}`] = { title, unit, baseline, showsPerArrived, measured, leftOut, rows: kept }
  writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`)
  writePages()
}

/** The versions of the peers, by what they are. */
export function installedVersions() {
  const entries = Object.entries(manifests).map(([what, file]) => {
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(file, 'utf8'))
    return [what, { ...dependencies, ...optionalDependencies }]
  })
  return Object.fromEntries(entries)
}

/** Makes RESULTS.md and the README's table of `results.json`. */
export function writePages() {
  const results = committedResults()
  writeFileSync(markdown, resultsPage(results, installedVersions()))
  writeFileSync(readme, readmeWith(readFileSync(readme, 'utf8'), results))
}
