import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { join, sep } from 'node:path'

const API = '@opentelemetry/api'

/**
 * The version of the `@opentelemetry/api` that the app uses or will use: the one installed above
 * its main script, else beside Heddle. Read from disk, since loading the API costs its 52 files.
 * `undefined` if there is none, as in a bundle.
 */
export function installedApiVersion(): string | undefined {
  const { _nodeModulePaths: foldersAbove } = Module as unknown as { _nodeModulePaths?(directory: string): string[] }
  const script = process.argv[1]
  const folders = [
    ...(script !== undefined && foldersAbove ? foldersAbove(script) : []),
    // Absent where a bundler has put this file into another one.
    ...((module as { paths?: readonly string[] }).paths ?? []),
  ]
  for (const folder of new Set(folders)) {
    const version = versionIn(join(folder, API))
    if (version !== undefined) return version
  }
  // Where packages are no folders above us, as with Yarn's Plug'n'Play. It costs a millisecond.
  const main = installedMainFile(API)
  return main === undefined ? undefined : versionAbove(main)
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
