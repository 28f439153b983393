// The text of RESULTS.md and of the README's table, made of the results alone.
import { growthTable } from './growth-table.mjs'
import { reachTable, shortTable } from './reach.mjs'
import { tableOf } from './table.mjs'

const BEGIN = '<!-- bench:begin -->'
const END = '<!-- bench:end -->'

const majorsOf = (results) => [...new Set(Object.keys(results).map((key) => key.split('@')[1]))].sort()

/**
 * @param {Record<string, object>} results - by scenario and Node line
 * @param {Record<string, Record<string, string>>} installed - the versions of the peers, by what
 *   they are
 */
export function resultsPage(results, installed) {
  const majors = majorsOf(results)
  const growth = growthTable(results, majors)
  return [
    '# Results',
    '',
    'Written by `npm run bench`; [README.md](README.md) says how it measures. Absolute figures move between machines and runs by 30 %:',
    'what counts are the ratios within one table.',
    '',
    '## What we want to reach',
    '',
    'Met (✓) is a ratio within the limit, with nothing lost by us. What is not met (–) is explained in [PROFILE.md](PROFILE.md).',
    '',
    reachTable(results, majors),
    ...(growth === '' ? [] : ['## Does a request get dearer?', '', growth]),
    ...majors.flatMap((major) => [`## Node ${major}`, '', ...sections(results, major)]),
    '## Versions',
    '',
    'What a run installs. A row names the versions of its peer; where it names none, it was measured with stock OpenTelemetry of SDK 2.',
    '',
    ...Object.entries(installed).flatMap(([what, versions]) => [`${what}: ${versionsLine(versions)}.`, '']),
  ].join('\n')
}

const versionsLine = (versions) =>
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(' · ')

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

/** The README with a new table between the markers; unchanged if it has no markers. */
export function readmeWith(readme, results) {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  if (from === -1 || to < from) return readme
  return `${readme.slice(0, from + BEGIN.length)}\n${shortTable(results, majorsOf(results))}${readme.slice(to)}`
}
