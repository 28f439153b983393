/** An endpoint as it may be shown: without user name, password, query or fragment. */
export function displayEndpoint(endpoint: string): string {
  return endpoint.replace(/[?#].*$/s, '').replace(/^([a-z][a-z0-9+.-]*:\/\/|)[^/]*@/i, '$1')
}

const SHORTEST_SECRET = 8

/** Removes the values of our own headers from a message, should an error or a collector repeat them, or a token among their words. */
export function redactor(headers: Readonly<Record<string, string>>): (message: string) => string {
  const secrets = Object.values(headers)
    .flatMap((value) => [value, ...value.split(' ')])
    .filter((value) => value.length >= SHORTEST_SECRET)
  return (message) => secrets.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), message)
}
