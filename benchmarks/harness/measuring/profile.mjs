// The CPU profile of a contender's measured rounds, and its functions by self time.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../.cache/profiles/', import.meta.url))
const SHOWN = 25

/** Saves the profile for a viewer, and prints the functions and packages with most self time. */
export function saveProfile({ major }, name, profile) {
  mkdirSync(folder, { recursive: true })
  const file = `${folder}${name}-node-${major}.cpuprofile`
  writeFileSync(file, JSON.stringify(profile))
  console.log(`\n${file}\n${topOf(profile)}`)
}

function topOf({ nodes, samples, timeDeltas }) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const functions = new Map()
  const packages = new Map()
  let busy = 0
  const add = (sums, key, micros) => sums.set(key, (sums.get(key) ?? 0) + micros)
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id)
    if (frame.functionName === '(idle)') continue
    add(functions, `${frame.functionName || '(anonymous)'}  ${placeOf(frame)}`, timeDeltas[index])
    add(packages, packageOf(frame), timeDeltas[index])
    busy += timeDeltas[index]
  }
  return `${head(functions, busy)}\n\n${head(packages, busy)}`
}

function head(sums, busy) {
  const sorted = [...sums].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN)
  return sorted.map(([key, micros]) => `${((micros / busy) * 100).toFixed(1).padStart(6)} %  ${key}`).join('\n')
}

/** Native code, such as a system call, has no file. */
function packageOf({ url, functionName }) {
  if (url === '') return functionName.startsWith('(') ? functionName : '(native)'
  if (url.startsWith('node:')) return '(node)'
  return /^(@[^/]+\/[^/]+|[^/]+)/.exec(placeOf({ url, lineNumber: 0 }).replace(/^\//, ''))[0]
}

/** A file and its line, without the folders in which it is installed. */
function placeOf({ url, lineNumber }) {
  if (url === '') return ''
  return `${url.replace(/^file:\/\//, '').replace(/^.*\/(node_modules|packages)\//, '')}:${lineNumber + 1}`
}
