import { onModuleCompiled } from '@heddle/module-hook'
import { diag } from '@opentelemetry/api'
import { replaced, type Undo } from '../host/hosted-provider'

interface WinstonLogger {
  readonly transports: readonly object[]
  add(transport: object): unknown
}

/** The class of `@opentelemetry/winston-transport`, of which there may be several copies. */
const TRANSPORT = 'OpenTelemetryTransportV3'

let isSaid = false

/**
 * Lets a logger of winston 3 have one OpenTelemetry transport, so that a line is one record: an app
 * may have its own, and contrib's instrumentation adds one to every logger, also to the list of
 * transports that another logger is made with. The first one stays. Returns what undoes that.
 */
export function keepOneTransport(): Undo {
  const undos: Undo[] = []
  const stop = onModuleCompiled('winston', 'lib/winston/logger.js', (exports) => {
    const { prototype } = exports as { readonly prototype?: WinstonLogger }
    if (typeof prototype?.add === 'function') undos.push(replaced(prototype, 'add', addOnce))
  })
  return () => {
    stop()
    for (const undo of undos) undo()
  }
}

function addOnce(add: WinstonLogger['add']): WinstonLogger['add'] {
  return function (this: WinstonLogger, transport) {
    if (!isSecond(this, transport)) return add.call(this, transport)
    explain()
    return this
  }
}

function isSecond(logger: WinstonLogger, transport: object): boolean {
  try {
    return isOpenTelemetrys(transport) && logger.transports.some(isOpenTelemetrys)
  } catch {
    return false
  }
}

function isOpenTelemetrys(transport: object | null | undefined): boolean {
  for (let of = transport; of != null; of = Object.getPrototypeOf(of) as object | null)
    if (of.constructor?.name === TRANSPORT) return true
  return false
}

function explain(): void {
  if (isSaid) return
  isSaid = true
  diag.warn(
    'a winston logger was given two OpenTelemetry transports, yours and the one that @opentelemetry/instrumentation-winston adds: the second is ' +
      'left out, so that a line is one record. Take yours out, or set disableLogSending: true for the instrumentation; where Heddle has loaded it ' +
      'by itself, HEDDLE_DISABLED_INSTRUMENTATIONS=winston',
  )
}
