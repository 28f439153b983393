/**
 * A name as a text: plain JavaScript passes on what it has, such as a header that did not come.
 * Objects may throw when they are made texts.
 */
export function spanName(name: unknown): string {
  if (typeof name === 'string') return name
  return typeof name === 'number' || typeof name === 'bigint' || typeof name === 'boolean' ? String(name) : ''
}
