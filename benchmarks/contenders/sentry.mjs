// Sentry with everything traced and pino's lines as its logs.
import * as Sentry from '@sentry/node'

Sentry.init({
  dsn: process.env.BENCH_SENTRY_DSN,
  tracesSampleRate: 1,
  enableLogs: true,
  integrations: [Sentry.pinoIntegration()],
})
