import { ExpressInstrumentation } from '@heddle/instrumentation/express'
import { FastifyInstrumentation } from '@heddle/instrumentation/fastify'
import { FetchInstrumentation } from '@heddle/instrumentation/fetch'
import { HttpInstrumentation } from '@heddle/instrumentation/http'
import { LIBRARIES, type Library, LibraryInstrumentation, type LibraryName } from '@heddle/instrumentation/libraries'
import { PinoBridge } from '@heddle/log-bridge/pino'
import { diag } from '@opentelemetry/api'
import { contribInstrumentations } from '../beside/contrib-instrumentations'
import { seeImportedPackages } from '../beside/imported-packages'
import type { Overlap } from '../beside/overlap'
import type { HeddleConfig, InstrumentationName } from '../config/resolve'
import type { InstrumentationLike } from '../config/settings/instrumentation/instrumentations'
import type { Providers } from './pipeline'
import type { Propagation } from './propagation'

/**
 * Enables our instrumentations and bridges, the user's, and those of contrib's that the app has. One
 * that fails to start is reported and left out; the app and the others run on. One of the user's that
 * duplicates ours is disabled, and reported. Returns the function that disables all of them.
 */
export function enableInstrumentations(
  config: HeddleConfig,
  providers: Providers,
  propagation: Propagation,
  overlap: Overlap,
): () => void {
  const own: Readonly<Record<Exclude<InstrumentationName, LibraryName>, () => InstrumentationLike>> = {
    http: () => new HttpInstrumentation({ ...config.http, ...forServer(propagation) }),
    undici: () => new FetchInstrumentation(config.http),
    express: () => new ExpressInstrumentation({ spans: config.http.spans }),
    fastify: () => new FastifyInstrumentation({ spans: config.http.spans }),
    pino: () => new PinoBridge(config.pino),
  }
  const enabled: InstrumentationLike[] = []
  const enable = (name: string, create: () => InstrumentationLike) => {
    try {
      const instrumentation = create()
      instrumentation.setTracerProvider(providers.tracerProvider)
      instrumentation.setLoggerProvider?.(providers.loggerProvider)
      instrumentation.enable()
      enabled.push(instrumentation)
    } catch (error) {
      diag.error(`the ${name} instrumentation could not start and is left out`, error)
    }
  }
  const given = config.otherInstrumentations.filter((other) => {
    const isLeftOut = overlap.covers(other.instrumentationName)
    // Contrib's patch at their construction: they are to be gone before ours stand above them.
    if (isLeftOut) disable(other)
    return !isLeftOut
  })
  const libraries: Library[] = []
  for (const name of config.instrumentations) {
    if (name in LIBRARIES) libraries.push(LIBRARIES[name as LibraryName])
    else enable(name, own[name as keyof typeof own])
  }
  const { libraryOptions, genAiContent } = config
  const options = { enabled: false, libraries: libraryOptions, recordContent: genAiContent }
  if (libraries.length > 0) enable('libraries', () => new LibraryInstrumentation(libraries, options))
  for (const other of given) enable(other.instrumentationName, () => other)
  overlap.report()
  const stops = [seeImportedPackages(given)]
  const lazy = contribInstrumentations(config.contribLibraries, {
    isThere: (name) => overlap.hasTracer(name) || given.some(({ instrumentationName }) => instrumentationName === name),
    onLoaded: (loaded) => void stops.push(seeImportedPackages([loaded])),
  })
  for (const each of lazy) enable(each.instrumentationName, () => each)
  return () => {
    for (const stop of stops) stop()
    for (const instrumentation of enabled) disable(instrumentation)
  }
}

function disable(instrumentation: InstrumentationLike): void {
  try {
    instrumentation.disable()
  } catch (error) {
    diag.error(`the ${instrumentation.instrumentationName} instrumentation could not be switched off`, error)
  }
}

function forServer({ links, responsePropagator }: Propagation): Partial<Propagation> {
  return { ...(links && { links }), ...(responsePropagator && { responsePropagator }) }
}
