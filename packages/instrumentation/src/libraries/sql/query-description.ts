import type { Attributes } from '@opentelemetry/api'
import { type Dialect, type Token, tokensOf } from './scanner'

/** What of an SQL text is on a span. */
interface QueryDescription {
  /** The text without its literals and comments. */
  readonly text: string
  /** Its operations and their targets, such as `SELECT users`: the span's name. */
  readonly summary: string
}

/** Longer texts are cut, as their literals may be megabytes. */
const MAX_TEXT = 8_192
const MAX_SUMMARY = 255
const MAX_CACHED = 1_000
const CUT = '…'

/** Statements whose target comes behind this word. */
const TARGET_BEHIND: Readonly<Record<string, string>> = {
  SELECT: 'FROM',
  DELETE: 'FROM',
  INSERT: 'INTO',
  REPLACE: 'INTO',
  MERGE: 'INTO',
  UPDATE: '',
}
/** Statements on an object of this kind: `CREATE TABLE users`. */
const DEFINITIONS = new Set(['CREATE', 'ALTER', 'DROP', 'TRUNCATE'])
const OBJECTS = new Set([
  'TABLE',
  'INDEX',
  'VIEW',
  'DATABASE',
  'SCHEMA',
  'FUNCTION',
  'PROCEDURE',
  'TRIGGER',
  'USER',
  'ROLE',
])
const SKIPPED = new Set([
  'IF',
  'EXISTS',
  'NOT',
  'ONLY',
  'UNIQUE',
  'OR',
  'TEMP',
  'TEMPORARY',
  'LOW_PRIORITY',
  'IGNORE',
  'CONCURRENTLY',
])

/**
 * Describes SQL texts by the conventions: literals become `?`, comments are left out, and lists of
 * values are one. Texts that were described are kept, as an app has few.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/database/database-spans/#sanitization-of-dbquerytext
 */
export class QueryDescriptions {
  readonly #dialect: Dialect
  readonly #known = new Map<string, QueryDescription>()

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  of(text: string): QueryDescription {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const description = describe(text, this.#dialect)
    if (text.length > MAX_TEXT) return description
    // The oldest goes: an app that writes its values into its texts has ever new ones.
    if (this.#known.size >= MAX_CACHED) this.#known.delete(this.#known.keys().next().value as string)
    this.#known.set(text, description)
    return description
  }

  /**
   * The span of a query.
   *
   * @param connection - what is known of it, with its `db.system.name`
   */
  span(text: string, connection: Attributes): { readonly name: string; readonly attributes: Attributes } {
    const { summary, text: clean } = this.of(text)
    return {
      name: summary || String(connection['db.system.name']),
      attributes: { ...connection, 'db.query.text': clean, 'db.query.summary': summary },
    }
  }
}

function describe(given: string, dialect: Dialect): QueryDescription {
  const text = given.length > MAX_TEXT ? given.slice(0, MAX_TEXT) : given
  const clean = new CleanText()
  const summary = new Summary()
  for (const token of tokensOf(text, dialect)) {
    clean.add(token, text)
    if (token.kind !== 'space' && token.kind !== 'comment') summary.add(token, text)
  }
  return { text: clean.text() + (given.length > MAX_TEXT ? CUT : ''), summary: summary.text() }
}

class CleanText {
  #text = ''

  add({ kind, start, end }: Token, text: string): void {
    if (kind === 'space' || kind === 'comment') {
      if (this.#text !== '' && !this.#text.endsWith(' ')) this.#text += ' '
      return
    }
    this.#text += kind === 'literal' ? '?' : text.slice(start, end)
  }

  /** A list of values is as long as the app's list. */
  text(): string {
    return this.#text
      .trimEnd()
      .replace(/\(\s*(?:\?|\$\d+)(?:\s*,\s*(?:\?|\$\d+))+\s*\)/g, '(?)')
      .replace(/\((?:\?|\$\d+)\)(?:\s*,\s*\((?:\?|\$\d+)\))+/g, '(?)')
  }
}

/** Follows a text token by token, and keeps its operations and targets. */
class Summary {
  readonly #parts: string[] = []
  /** The word behind which a target comes; `''` when one comes next. */
  #awaited: string | undefined
  #last = ''
  #isList = false
  /** Behind `FOR` or `DO`, where `UPDATE` is no statement. */
  #isLocking = false
  #isCommonTable = false

  add({ kind, start, end }: Token, text: string): void {
    const token = text.slice(start, end)
    if (kind === 'word') this.#word(token)
    else if (token === '.' && this.#last === 'target') this.#last = 'qualified'
    else if (token === ',' && this.#isList) this.#await('')
    else if (token === '(' && this.#awaited === '') this.#await(undefined)
    else if (token === ')' || token === ';') this.#isList = false
  }

  #word(token: string): void {
    const word = token.toUpperCase()
    if (this.#last === 'qualified') {
      this.#parts[this.#parts.length - 1] += `.${unquoted(token)}`
      this.#last = 'target'
    } else if (this.#awaited === '' && !SKIPPED.has(word) && !(word in TARGET_BEHIND)) this.#target(token, word)
    else this.#keyword(word)
  }

  #target(token: string, word: string): void {
    if (OBJECTS.has(word)) {
      this.#parts[this.#parts.length - 1] += ` ${word}`
      return
    }
    this.#parts.push(unquoted(token))
    this.#last = 'target'
    this.#awaited = undefined
  }

  #keyword(word: string): void {
    this.#last = ''
    const behind = Object.hasOwn(TARGET_BEHIND, word) ? TARGET_BEHIND[word] : undefined
    if (behind !== undefined && !(word === 'UPDATE' && this.#isLocking)) {
      this.#parts.push(word)
      this.#await(behind)
    } else if (DEFINITIONS.has(word) && this.#parts.length === 0) {
      this.#parts.push(word)
      this.#await('')
    } else if (word === this.#awaited || word === 'JOIN') {
      this.#isList = word === 'FROM'
      this.#await('')
    } else if (word === 'WITH') {
      this.#isCommonTable = true
    } else if (this.#parts.length === 0 && !this.#isCommonTable) {
      this.#parts.push(word)
    } else if (word === 'WHERE' || word === 'SET' || word === 'ON' || word === 'GROUP' || word === 'ORDER') {
      this.#isList = false
    }
    this.#isLocking = word === 'FOR' || word === 'KEY' || word === 'DO'
  }

  #await(word: string | undefined): void {
    this.#awaited = word
  }

  text(): string {
    return this.#parts.join(' ').slice(0, MAX_SUMMARY)
  }
}

function unquoted(token: string): string {
  return /^["`]/.test(token) ? token.slice(1, -1) : token
}
