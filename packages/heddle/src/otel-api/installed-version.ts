import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const API = '@opentelemetry/api'

/**
 * The versions of the `@opentelemetry/api` that the app uses or will use: the one installed above
 * its main script, the one above the file that calls `start()`, as a package of one's own for
 * telemetry has it, else the one beside Heddle. Read from disk, since loading the API costs its 52
 * files. Empty if there is none, as in a bundle.
 */
export function installedApiVersions(): readonly string[] {
  // Absent where a bundler has put this file into another one.
  const besideHeddle = (module as { paths?: readonly string[] }).paths ?? []
  const found = [process.argv[1], callingFile()].flatMap((file) => versionFrom(foldersAbove(file)) ?? [])
  if (found.length > 0) return found
  const version = versionFrom(besideHeddle)
  if (version !== undefined) return [version]
  // Where packages are no folders above us, as with Yarn's Plug'n'Play. It costs a millisecond.
  const main = installedMainFile(API)
  const above = main === undefined ? undefined : versionAbove(main)
  return above === undefined ? [] : [above]
}

function foldersAbove(file: string | undefined): readonly string[] {
  const { _nodeModulePaths } = Module as unknown as { _nodeModulePaths?(directory: string): string[] }
  return (file !== undefined && _nodeModulePaths?.(file)) || []
}

function versionFrom(folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    const version = versionIn(join(folder, API))
    if (version !== undefined) return version
  }
  return undefined
}

/** The file of the app's, or of its packages, that called Heddle. */
function callingFile(): string | undefined {
  const { prepareStackTrace } = Error
  try {
    Error.prepareStackTrace = (_error, sites) => sites
    const sites = new Error().stack as unknown as readonly NodeJS.CallSite[]
    const files = sites.map((site) => site.getFileName())
    const file = files.find((name) => name && !name.startsWith('node:') && dirname(name) !== __dirname)
    return file?.startsWith('file:') ? fileURLToPath(file) : (file ?? undefined)
  } catch {
    return undefined
  } finally {
    Error.prepareStackTrace = prepareStackTrace
  }
}

/** The file that `require` of the package loads for Heddle, or `undefined`. */
export function installedMainFile(name: string): string | undefined {
  try {
    return createRequire(__filename).resolve(name)
  } catch {
    return undefined
  }
}

function versionAbove(file: string): string | undefined {
  const root = file.lastIndexOf(join(sep, API, sep))
  return root < 0 ? undefined : versionIn(file.slice(0, root + API.length + 1))
}

function versionIn(folder: string): string | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}
