import { type DiagLogger, DiagLogLevel, diag } from '@opentelemetry/api'

/**
 * Heddle's own voice: OpenTelemetry's `diag` on stderr. It writes to the stream itself, because a bridged `console`
 * would turn every complaint about a broken pipeline into one more record for that pipeline.
 */
const stderrLogger: DiagLogger = {
  error: (message, ...details) => write('error', message, details),
  warn: (message, ...details) => write('warn', message, details),
  info: (message, ...details) => write('info', message, details),
  debug: (message, ...details) => write('debug', message, details),
  verbose: (message, ...details) => write('verbose', message, details),
}

// OpenTelemetry's API keeps its globals under this symbol, in every copy of version 1.
const API_GLOBAL = Symbol.for('opentelemetry.js.api.1')

/** Installs our logger at `level`, unless the app has set one of its own. */
export function installDiagnostics(level: DiagLogLevel): void {
  const api = (globalThis as Record<symbol, { diag?: unknown } | undefined>)[API_GLOBAL]
  if (api?.diag !== undefined || level === DiagLogLevel.NONE) return
  diag.setLogger(stderrLogger, { logLevel: level })
}

function write(level: string, message: string, details: readonly unknown[]): void {
  const rest = details.map((detail) => ` ${detail instanceof Error ? detail.message : safeString(detail)}`).join('')
  process.stderr.write(`[heddle] ${level}: ${message}${rest}\n`)
}

function safeString(value: unknown): string {
  try {
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  } catch {
    return typeof value
  }
}
