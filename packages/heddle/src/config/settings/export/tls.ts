import type { SecureContextOptions } from 'node:tls'
import type { SignalSettings } from '../../reading/signal-settings'
import type { TlsOptions } from './options'

export type ReadFile = (path: string) => Buffer

/** A certificate or key that was given, and where. Without its text it was found to be of no use. */
interface Pem {
  readonly setting: string
  readonly text?: string | Buffer
}

const VARIABLES = { ca: 'CERTIFICATE', cert: 'CLIENT_CERTIFICATE', key: 'CLIENT_KEY' } as const
const SHOWN_PATH_LENGTH = 128

/**
 * `tls` in code, else the files that the variables name. Checked as far as it can be without a connection: here it is
 * still known which setting a mistake comes from.
 */
export function resolveTls(settings: SignalSettings, readFile: ReadFile): TlsOptions | undefined {
  const ca = findPem('ca', settings, readFile)
  const cert = findPem('cert', settings, readFile)
  const key = findPem('key', settings, readFile)
  const { problems } = settings
  if (cert && !key) problems.reject(cert.setting, `a client certificate needs its private key, ${hint('key')}`)
  if (key && !cert) problems.reject(key.setting, `a private key needs its client certificate, ${hint('cert')}`)
  if (ca?.text) check({ ca: ca.text }, ca.setting, settings)
  if (cert?.text && key?.text) check({ cert: cert.text, key: key.text }, `${cert.setting}, ${key.setting}`, settings)
  const insecure = insecureOf(settings)
  if (!ca?.text && !cert?.text && !insecure) return undefined
  return { ca: ca?.text, cert: cert?.text, key: key?.text, insecure }
}

/** @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/ ("Insecure") */
export function insecureOf(settings: SignalSettings): boolean {
  const [own, general] = settings.variables('INSECURE')
  return settings.inCode('tls')?.insecure ?? settings.env.boolean(own) ?? settings.env.boolean(general) ?? false
}

function findPem(part: keyof typeof VARIABLES, settings: SignalSettings, readFile: ReadFile): Pem | undefined {
  const text = settings.inCode('tls')?.[part]
  const setting = `${settings.nameInCode('tls')}.${part}`
  const found = text ? { setting, text } : pemFile(part, settings, readFile)
  if (!found?.text || found.text.includes('-----BEGIN ')) return found
  settings.problems.addSecret(found.setting, 'PEM, which begins with -----BEGIN')
  return { setting: found.setting }
}

function pemFile(part: keyof typeof VARIABLES, settings: SignalSettings, readFile: ReadFile): Pem | undefined {
  const found = settings.env.firstOf(...settings.variables(VARIABLES[part]))
  if (!found) return undefined
  const { name, value } = found
  try {
    return { setting: name, text: readFile(value) }
  } catch (error) {
    const allowed = `the path of a readable PEM file (${(error as NodeJS.ErrnoException).code ?? 'unreadable'})`
    // Who puts the PEM itself here must not find it in the log.
    if (part !== 'key' && isPath(value)) settings.problems.add(name, value, allowed)
    else settings.problems.addSecret(name, allowed)
    return { setting: name }
  }
}

function isPath(value: string): boolean {
  return value.length <= SHOWN_PATH_LENGTH && !/[\r\n]|-----/.test(value)
}

function check(parts: SecureContextOptions, setting: string, { problems }: SignalSettings): void {
  // Loaded here, because most exporters are given no certificate and Node reads all of its own when this is loaded.
  const { createSecureContext } = require('node:tls') as typeof import('node:tls')
  try {
    createSecureContext(parts)
  } catch (error) {
    problems.reject(setting, `cannot be used (${(error as NodeJS.ErrnoException).code ?? 'not understood'})`)
  }
}

function hint(part: 'cert' | 'key'): string {
  return `as export.tls.${part} or OTEL_EXPORTER_OTLP_${VARIABLES[part]}`
}
