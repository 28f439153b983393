import { type DiagLogger, type DiagLogLevel, diag } from '@opentelemetry/api'
import { apiGlobal } from './api-global'
import { say } from './stderr'

/** Heddle's own voice: OpenTelemetry's `diag`, on stderr. */
const stderrLogger: DiagLogger = {
  error: (message, ...details) => write('error', message, details),
  warn: (message, ...details) => write('warn', message, details),
  info: (message, ...details) => write('info', message, details),
  debug: (message, ...details) => write('debug', message, details),
  verbose: (message, ...details) => write('verbose', message, details),
}

let isInstalled = false

/** Installs our logger at `level`, unless the app has set one of its own. A later start sets the level anew. */
export function installDiagnostics(level: DiagLogLevel): void {
  if (apiGlobal().diag !== undefined && !isInstalled) return
  isInstalled = true
  diag.setLogger(stderrLogger, { logLevel: level, suppressOverrideMessage: true })
}

function write(level: string, message: string, details: readonly unknown[]): void {
  say(`${level}: ${message}${details.map((detail) => `: ${text(detail)}`).join('')}`)
}

function text(detail: unknown): string {
  try {
    if (detail instanceof Error) return detail.message
    return typeof detail === 'object' ? JSON.stringify(detail) : String(detail)
  } catch {
    return typeof detail
  }
}
