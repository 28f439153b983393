const SETTING = /^(OTEL|HEDDLE)_/

/**
 * In PM2's cluster mode the environment that a process starts with is that of PM2's daemon; the app's own is in one variable, which PM2 unpacks
 * after all preloads. So the settings in it are unpacked here, as PM2 is about to do.
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
