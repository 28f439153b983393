const { version } = require('../../package.json') as { version: string }

/** `User-Agent` in the form that the OTLP exporter specification asks for. */
export function userAgent(): string {
  return `OTel-OTLP-Exporter-JavaScript/${version} heddle`
}
