const SETTING = /^(OTEL|HEDDLE)_/

/**
 * In PM2's cluster mode a process starts with the environment of PM2's daemon. One variable holds
 * the app's own environment, and PM2 unpacks it after all preloads. This unpacks its settings
 * first, as PM2 is about to do.
 */
export function takePm2Environment(env: NodeJS.ProcessEnv = process.env): void {
  const packed = env['pm2_env']
  if (packed === undefined) return
  try {
    const own: unknown = JSON.parse(packed)
    if (typeof own !== 'object' || own === null) return
    for (const [name, value] of Object.entries(own)) {
      if (SETTING.test(name) && value !== null && typeof value !== 'object') env[name] = String(value)
    }
  } catch {
    // Not PM2's.
  }
}
