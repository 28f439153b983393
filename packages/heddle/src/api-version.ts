import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The version of the `@opentelemetry/api` that is installed beside Heddle: the build puts it in the place of the bundled copy's own. The API
 * lets nobody register through another version than the first one did, and it is the app's copy that has to get along with us.
 */
export const VERSION: string = installedVersion()

function installedVersion(): string {
  for (const folder of module.paths) {
    const version = versionIn(join(folder, '@opentelemetry', 'api'))
    if (version !== undefined) return version
  }
  // Where packages are no folders above us, as with Yarn's Plug'n'Play. It costs a millisecond.
  return versionIn(join(dirname(require.resolve('@opentelemetry/api')), '..', '..'))!
}

function versionIn(folder: string): string | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}
