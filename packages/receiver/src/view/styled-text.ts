export type Style = 'plain' | 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'

/** A piece of a line. Lines are cut and padded as plain text, and coloured last. */
export type Piece = readonly [text: string, style: Style]

const STYLE_CODES: Readonly<Record<Style, number>> = {
  plain: 0,
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
}

/** The pieces in at most `width` columns; a cut text ends in `…`. */
export function fit(pieces: readonly Piece[], width: number): Piece[] {
  if (charsOf(pieces) <= width) return [...pieces]
  const fitted: Piece[] = []
  let room = width - 1
  for (const [text, style] of pieces) {
    // The cut leaves no half of a surrogate pair.
    fitted.push([text.slice(0, Math.max(0, room)).replace(/[\ud800-\udbff]$/, ''), style])
    room -= text.length
    if (room < 0) break
  }
  return [...fitted, ['…', 'dim']]
}

/** The pieces in at least `width` columns. */
export function pad(pieces: readonly Piece[], width: number): Piece[] {
  return [...pieces, [' '.repeat(Math.max(0, width - charsOf(pieces))), 'plain']]
}

/** One line of text, with ANSI colours or without. */
export function render(pieces: readonly Piece[], color: boolean): string {
  let line = ''
  for (const [text, style] of pieces) {
    line += color && style !== 'plain' && text !== '' ? `\u001b[${STYLE_CODES[style]}m${text}\u001b[0m` : text
  }
  return line.trimEnd()
}

function charsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((chars, [text]) => chars + text.length, 0)
}
