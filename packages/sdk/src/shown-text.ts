const SHOWN_LENGTH = 100

/**
 * A text of the app's as a message may show it: quoted, nothing in it a line or a control sequence
 * of its own, and cut where it is long.
 */
export function shownText(text: unknown): string {
  if (typeof text !== 'string') return `a ${typeof text}`
  return JSON.stringify(text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text)
}
