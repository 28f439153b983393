/**
 * An endpoint as it may be shown: without user name, password, query or fragment. Where it is not
 * plain what is what, as with a password that holds a slash, everything up to the last `@` counts
 * as secret.
 */
export function displayEndpoint(endpoint: string): string {
  const url = /^https?:/i.test(endpoint) && URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (url === undefined) return endpoint.replace(/^([a-z][a-z0-9+.-]*:\/\/|).*@/is, '$1').replace(/[?#].*$/s, '')
  if (url.pathname.includes('@')) return `${url.protocol}//${url.host}/…`
  return `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`
}

const SHORTEST_SECRET = 8

/**
 * Removes the values of our own headers from a message, should an error or a collector repeat them,
 * or a token among their words.
 */
export function redactor(headers: Readonly<Record<string, string>>): (message: string) => string {
  const secrets = Object.values(headers)
    .flatMap((value) => [value, ...value.split(' ')])
    .filter((value) => value.length >= SHORTEST_SECRET)
  return (message) => secrets.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), message)
}
