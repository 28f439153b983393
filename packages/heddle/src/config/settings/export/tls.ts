import type { SecureContextOptions } from 'node:tls'
import { bool, isText, kind, object } from '../../reading/checks'
import type { ExportSetting, Host } from '../../reading/setting'
import { inCode, nameInCode, type SignalSettings, variableNames } from '../../reading/signal-settings'
import { otlpVariables } from '../../reading/variables'

/** Certificates for a collector behind TLS, as PEM. */
export interface TlsOptions {
  /**
   * PEM of the authorities to trust instead of the system's.
   *
   * Errors: text that is no PEM.
   * @default the file that `OTEL_EXPORTER_OTLP_CERTIFICATE` names, else the system's
   */
  readonly ca?: string | Buffer | undefined
  /**
   * PEM of the client's certificate, for mutual TLS.
   *
   * Errors: text that is no PEM; no `key` beside it, or the key of another certificate.
   * @default the file that `OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE` names, else none
   */
  readonly cert?: string | Buffer | undefined
  /**
   * PEM of the client's private key. No message shows it.
   *
   * Errors: text that is no PEM; no `cert` beside it, or the certificate of another key.
   * @default the file that `OTEL_EXPORTER_OTLP_CLIENT_KEY` names, else none
   */
  readonly key?: string | Buffer | undefined
  /**
   * No TLS for a gRPC endpoint without a scheme. With `http://` or `https://`, the scheme decides.
   *
   * Errors: anything but `true` and `false`.
   * @default `OTEL_EXPORTER_OTLP_INSECURE`, else false
   */
  readonly insecure?: boolean | undefined
}

export interface TlsOption {
  /**
   * Certificates for a collector behind TLS, as PEM; read and checked at start.
   *
   * Errors: text that is no PEM; a certificate without its key, or a key without its certificate;
   * a key of another certificate.
   * @default the files that the variables name, else the certificates that Node.js trusts
   */
  readonly tls?: TlsOptions | undefined
}

const VARIABLES = { ca: 'CERTIFICATE', cert: 'CLIENT_CERTIFICATE', key: 'CLIENT_KEY' } as const
const SHOWN_PATH_LENGTH = 128

const pem = kind<string | Buffer>(
  'PEM as a string or a Buffer',
  (value) => isText(value) || value instanceof Uint8Array,
)

export const tls = {
  checks: { tls: object<TlsOptions>({ ca: pem, cert: pem, key: pem, insecure: bool }) },
  variables: {
    ...otlpVariables('CERTIFICATE', 'refuse'),
    ...otlpVariables('CLIENT_CERTIFICATE', 'refuse'),
    ...otlpVariables('CLIENT_KEY', 'refuse'),
    ...otlpVariables('INSECURE', 'refuse'),
  },
  resolve: resolveTls,
} satisfies ExportSetting<TlsOption>

/** A certificate or key that was given, and where. Without `text` if it cannot be used. */
interface Pem {
  readonly setting: string
  readonly text?: string | Buffer
}

type Settings = SignalSettings<TlsOption>
type ReadFile = Host['readFile']

/**
 * `tls` in code, else the files that the variables name. Checked here as far as possible without a
 * connection, because only here is it known which setting a mistake comes from.
 */
function resolveTls(settings: Settings, readFile: ReadFile): TlsOptions | undefined {
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
export function insecureOf(settings: Settings): boolean {
  const [own, general] = variableNames(settings, 'INSECURE')
  return inCode(settings, 'tls')?.insecure ?? settings.env.boolean(own) ?? settings.env.boolean(general) ?? false
}

function findPem(part: keyof typeof VARIABLES, settings: Settings, readFile: ReadFile): Pem | undefined {
  const text = inCode(settings, 'tls')?.[part]
  const setting = `${nameInCode(settings, 'tls')}.${part}`
  const found = text ? { setting, text } : pemFile(part, settings, readFile)
  if (!found?.text || found.text.includes('-----BEGIN ')) return found
  settings.problems.addSecret(found.setting, 'PEM, which begins with -----BEGIN')
  return { setting: found.setting }
}

function pemFile(part: keyof typeof VARIABLES, settings: Settings, readFile: ReadFile): Pem | undefined {
  const found = settings.env.firstOf(...variableNames(settings, VARIABLES[part]))
  if (!found) return undefined
  const { name, value } = found
  try {
    return { setting: name, text: readFile(value) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const allowed = `the path of a readable PEM file (${code ?? message})`
    // Somebody may have put the PEM itself there: the log must not show it.
    if (part !== 'key' && isPath(value)) settings.problems.add(name, value, allowed)
    else settings.problems.addSecret(name, allowed)
    return { setting: name }
  }
}

function isPath(value: string): boolean {
  return value.length <= SHOWN_PATH_LENGTH && !/[\r\n]|-----/.test(value)
}

function check(parts: SecureContextOptions, setting: string, { problems }: Settings): void {
  // Loaded late: most exporters have no certificate, and loading makes Node read all of its own.
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
