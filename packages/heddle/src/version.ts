/** Heddle's own version, as `telemetry.distro.version` and the scope of its spans say it. */
export const { version: VERSION } = require('../package.json') as { version: string }
