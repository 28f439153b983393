import { onModuleCompiled } from '@heddle/instrumentation'
import { diag } from '@opentelemetry/api'
import { apiGlobal } from './api-global'

/**
 * Watches for further copies of `@opentelemetry/api` in the app. Copies share what is registered, but only downwards: a
 * copy that is newer than the registered one finds nothing, and every id it hands out is zero, without a word
 * (open-telemetry/opentelemetry-js#3882). We say it, once for each version. Returns the function that stops watching.
 */
export function explainOtherApiCopies(): () => void {
  const said = new Set<string>()
  return onModuleCompiled('@opentelemetry/api', 'build/src/index.js', (_exports, { version, dir }) => {
    const registered = apiGlobal().version
    if (!registered || said.has(version) || canRead(version, registered)) return
    said.add(version)
    diag.error(
      `The app loaded a second copy of @opentelemetry/api, version ${version} (${dir}), which cannot see what Heddle ` +
        `registered through version ${registered}: spans made with it have all-zero ids and are not recorded. Let both ` +
        `use one version: npm install @opentelemetry/api@${registered}, then look at npm ls @opentelemetry/api.`,
    )
  })
}

/** The API's own rule: the same major version, and no newer minor version than the registered one. */
function canRead(copy: string, registered: string): boolean {
  const [copyMajor = 0, copyMinor = 0] = copy.split('.').map(Number)
  const [major = 0, minor = 0] = registered.split('.').map(Number)
  return copyMajor === major && copyMinor <= minor
}
