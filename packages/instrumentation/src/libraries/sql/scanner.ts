/** What literals look like in one SQL dialect. */
export interface Dialect {
  /** Whether `"…"` is a string, as in MySQL, and not an identifier. */
  readonly doubleQuotesStrings: boolean
  /** Whether a backslash escapes in every string, as in MySQL, and not just in `E'…'`. */
  readonly backslashEscapes: boolean
}

export const POSTGRESQL: Dialect = { doubleQuotesStrings: false, backslashEscapes: false }
export const MYSQL: Dialect = { doubleQuotesStrings: true, backslashEscapes: true }

/**
 * `word`: a keyword or an identifier, without its quotes; `literal`: a string or a number; `parameter`:
 * a placeholder; `other`: any other character.
 */
type TokenKind = 'word' | 'literal' | 'parameter' | 'space' | 'comment' | 'other'

export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
}

const SPACE = /\s/
const WORD_START = /[\p{L}_]/u
const WORD = /[\p{L}\p{N}_$#]/u
const DIGIT = /[0-9]/
const NUMBER = /[0-9a-zA-Z_.]/
const DOLLAR_QUOTE = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy

/** The tokens of an SQL text, in one pass over it: no character is looked at twice. */
export function* tokensOf(text: string, dialect: Dialect): Generator<Token> {
  let start = 0
  while (start < text.length) {
    const { kind, end } = tokenAt(text, start, dialect)
    yield { kind, start, end }
    start = end
  }
}

function tokenAt(text: string, at: number, dialect: Dialect): { readonly kind: TokenKind; readonly end: number } {
  const char = text[at]!
  const next = text[at + 1] ?? ''
  if (SPACE.test(char)) return { kind: 'space', end: skip(text, at + 1, SPACE) }
  if (char === "'") return { kind: 'literal', end: quotedEnd(text, at, dialect.backslashEscapes) }
  if (/[eE]/.test(char) && next === "'") return { kind: 'literal', end: quotedEnd(text, at + 1, true) }
  if (/[bBxXnN]/.test(char) && next === "'")
    return { kind: 'literal', end: quotedEnd(text, at + 1, dialect.backslashEscapes) }
  if (char === '"' && dialect.doubleQuotesStrings)
    return { kind: 'literal', end: quotedEnd(text, at, dialect.backslashEscapes) }
  if (char === '"' || char === '`') return { kind: 'word', end: quotedEnd(text, at, false) }
  if (char === '[' && WORD_START.test(next) && text.indexOf(']', at) > 0 && !WORD.test(text[at - 1] ?? ''))
    return { kind: 'other', end: at + 1 }
  if ((char === '-' && next === '-') || (char === '#' && dialect.backslashEscapes))
    return { kind: 'comment', end: endOf(text, text.indexOf('\n', at)) }
  if (char === '/' && next === '*') return { kind: 'comment', end: endOf(text, text.indexOf('*/', at + 2), 2) }
  if (char === '$') return dollarAt(text, at)
  if ((char === ':' && next === ':') || (char === '@' && next === '@')) return { kind: 'other', end: at + 2 }
  if (char === '?' || ((char === ':' || char === '@') && WORD_START.test(next)))
    return { kind: 'parameter', end: skip(text, at + 1, WORD) }
  if (DIGIT.test(char) || (char === '.' && DIGIT.test(next)))
    return { kind: 'literal', end: skip(text, at + 1, NUMBER) }
  if (WORD_START.test(char)) return { kind: 'word', end: skip(text, at + 1, WORD) }
  return { kind: 'other', end: at + 1 }
}

/** `$1`, or PostgreSQL's `$tag$ … $tag$`. */
function dollarAt(text: string, at: number): { readonly kind: TokenKind; readonly end: number } {
  DOLLAR_QUOTE.lastIndex = at
  const tag = DOLLAR_QUOTE.exec(text)?.[0]
  if (tag === undefined) return { kind: 'parameter', end: skip(text, at + 1, DIGIT) }
  return { kind: 'literal', end: endOf(text, text.indexOf(tag, at + tag.length), tag.length) }
}

/** Behind the closing quote; a doubled one is part of the text. An open end is the end. */
function quotedEnd(text: string, open: number, backslashEscapes: boolean): number {
  const quote = text[open]!
  for (let at = open + 1; at < text.length; at++) {
    if (backslashEscapes && text[at] === '\\') at++
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1
      at++
    }
  }
  return text.length
}

function endOf(text: string, found: number, length = 0): number {
  return found < 0 ? text.length : found + length
}

function skip(text: string, from: number, what: RegExp): number {
  let at = from
  while (at < text.length && what.test(text[at]!)) at++
  return at
}
