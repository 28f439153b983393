import { createRequire } from 'node:module'
import { type LazyInstrumentation, type LoadableInstrumentation, lazyInstrumentation } from '@heddle/instrumentation'
import { diag } from '@opentelemetry/api'
import { appPackage } from './app-packages'
import { CONTRIB_LIBRARIES, type ContribName } from './contrib-libraries'

const WHOLE_SET = '@opentelemetry/auto-instrumentations-node'

interface Others {
  /** Whether the app has made such an instrumentation itself, of which one is enough. */
  isThere(instrumentationName: string): boolean
  /** Is given what was loaded, before its library runs. */
  onLoaded(instrumentation: LoadableInstrumentation): void
}

/**
 * Contrib's instrumentations of the app's, each of which is loaded when the app first loads its
 * library. Where the app has none for a library, that library is left alone, and said.
 */
export function contribInstrumentations(names: Iterable<ContribName>, others: Others): LazyInstrumentation[] {
  return [...names].map((name) =>
    lazyInstrumentation({ module: CONTRIB_LIBRARIES[name], load: () => load(name, others) }),
  )
}

function load(name: ContribName, others: Others): LoadableInstrumentation | undefined {
  const packageName = `@opentelemetry/instrumentation-${name}`
  if (others.isThere(packageName)) return undefined
  const file = appPackage(packageName, WHOLE_SET)
  if (file === undefined) {
    explain(CONTRIB_LIBRARIES[name], packageName)
    return undefined
  }
  const Instrumentation = instrumentationIn(createRequire(file)(file))
  const instrumentation = new Instrumentation()
  others.onLoaded(instrumentation)
  return instrumentation
}

function instrumentationIn(exports: Readonly<Record<string, unknown>>): new () => LoadableInstrumentation {
  const name = Object.keys(exports).find((each) => each.endsWith('Instrumentation'))
  if (name === undefined) throw new Error('the package exports no instrumentation')
  return exports[name] as new () => LoadableInstrumentation
}

function explain(library: string, packageName: string): void {
  diag.info(
    `the app has loaded ${library}, which Heddle does not know by itself. To have it traced, add OpenTelemetry’s instrumentation ` +
      `of it to the app, which Heddle then uses: npm install ${packageName}`,
  )
}
