// Where a contender's CPU goes: the profile of the measured rounds, and its functions by self time.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../.cache/profiles/', import.meta.url))
const shown = 25

/** Keeps the profile for a viewer, and prints its head. */
export function saveProfile({ major }, name, profile) {
  mkdirSync(folder, { recursive: true })
  const file = `${folder}${name}-node-${major}.cpuprofile`
  writeFileSync(file, JSON.stringify(profile))
  console.log(`\n${file}\n${topOf(profile)}`)
}

function topOf({ nodes, samples, timeDeltas }) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const micros = new Map()
  let busy = 0
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id)
    if (frame.functionName === '(idle)') continue
    const where = `${frame.functionName || '(anonymous)'}  ${placeOf(frame)}`
    micros.set(where, (micros.get(where) ?? 0) + timeDeltas[index])
    busy += timeDeltas[index]
  }
  const sorted = [...micros].toSorted(([, a], [, b]) => b - a).slice(0, shown)
  return sorted.map(([where, time]) => `${((time / busy) * 100).toFixed(1).padStart(6)} %  ${where}`).join('\n')
}

/** A file without the folders that say only where it is installed. */
function placeOf({ url, lineNumber }) {
  if (url === '') return ''
  return `${url.replace(/^file:\/\//, '').replace(/^.*\/(node_modules|packages)\//, '')}:${lineNumber + 1}`
}
