/** `User-Agent` in the form that the OTLP exporter specification asks for. */
export function userAgent(): string {
  const { version } = require('../../package.json') as { version: string }
  return `OTel-OTLP-Exporter-JavaScript/${version} heddle`
}
