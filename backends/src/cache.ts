import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildProgram, cleanUp, type Destination, type GoProgram } from './go-build'
import type { Report } from './run'

/** Git-ignored; `HEDDLE_BACKENDS_CACHE` names another, which several clones may share. */
const cacheFolder = () => process.env['HEDDLE_BACKENDS_CACHE'] || join(__dirname, '..', '..', '.cache', 'backends')

/** Where the finished programs are. */
export const binFolder = () => join(cacheFolder(), 'bin')

export const goBinary = (name: string, { version }: GoProgram) => join(binFolder(), `${name}-${version}`)

/** A folder for the build of that program in this process. */
export const workspaceFor = (name: string) => join(cacheFolder(), 'build', `${name}-${process.pid}`)

/** Builds that were interrupted have left their folders, which are large. */
export function clearAbandoned() {
  const folder = join(cacheFolder(), 'build')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (!isRunning(Number(name.split('-').at(-1)))) cleanUp(join(folder, name))
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

type Build = (to: Destination, report: Report) => Promise<void>

/**
 * Two that build at once do the work twice, and the last one's binary takes the other's place
 * whole.
 */
export async function buildOnce(name: string, binary: string, report: Report, build: Build) {
  if (existsSync(binary)) return
  const say: Report = (line) => report(`${name}: ${line}`)
  const workspace = workspaceFor(name)
  const begin = Date.now()
  say('building from Go modules, once')
  try {
    await build({ workspace, binary }, say)
  } finally {
    cleanUp(workspace)
  }
  say(`built in ${Math.round((Date.now() - begin) / 1000)} s`)
}

/** @returns the path of the binary */
export async function buildGoProgram(name: string, program: GoProgram, report: Report): Promise<string> {
  const binary = goBinary(name, program)
  await buildOnce(name, binary, report, (to, say) => buildProgram(program, to, say))
  return binary
}
