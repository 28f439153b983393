import { kindOf, shown } from '../reading/problems'
import type { Complain } from './tree'

/** How one key of the schema is read: called with its path and its value, which is not null. */
export type Read = (path: string, value: unknown) => void
export type Fields = Readonly<Record<string, Read>>

function namesOf(fields: Fields): string {
  return Object.keys(fields).join(', ') || 'nothing'
}

/** Reads a tree by the schema, and complains of each place that is none, or that Heddle has not. */
export class Reader {
  readonly complain: Complain
  /** Says what is left out, and changes nothing of the rest. */
  readonly warn: Complain

  constructor(complain: Complain, warn: Complain) {
    this.complain = complain
    this.warn = warn
  }

  /** A map of these keys. Null is an empty one. */
  map(path: string, value: unknown, fields: Fields): void {
    if (value === null || value === undefined) return
    if (typeof value !== 'object' || Array.isArray(value)) {
      const kinds = Object.keys(fields).length > 0 ? 'a map of ' : ''
      this.complain(path, `read ${kindOf(value)}, allowed: ${kinds}${namesOf(fields)}`)
      return
    }
    for (const [name, inner] of Object.entries(value)) {
      const read = Object.hasOwn(fields, name) ? fields[name] : undefined
      const inside = path === '' ? name : `${path}.${name}`
      if (read === undefined) this.complain(inside, `not implemented by Heddle, allowed: ${namesOf(fields)}`)
      else if (inner !== null && inner !== undefined) read(inside, inner)
    }
  }

  /** A map of exactly one of these keys, whose value may be null. */
  oneOf(path: string, value: unknown, fields: Fields): void {
    const names = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
    const [name] = names
    if (names.length !== 1 || name === undefined) {
      this.complain(
        path,
        `read ${names.length === 0 ? kindOf(value) : names.join(', ')}, allowed: one of ${namesOf(fields)}`,
      )
      return
    }
    const read = Object.hasOwn(fields, name) ? fields[name] : undefined
    const inside = `${path}.${name}`
    if (read === undefined) this.complain(inside, `not implemented by Heddle, allowed: ${namesOf(fields)}`)
    else read(inside, (value as Readonly<Record<string, unknown>>)[name] ?? {})
  }

  /** A map without keys, which stands for itself. */
  bare(take: () => void): Read {
    return (path, value) => {
      this.map(path, value, {})
      take()
    }
  }

  /** By the schema no list may be empty. */
  list(path: string, value: unknown, read: Read): void {
    if (!Array.isArray(value)) this.complain(path, `read ${kindOf(value)}, allowed: a list`)
    else if (value.length === 0) this.complain(path, 'read an empty list, allowed: one with entries')
    else for (const [index, each] of value.entries()) read(`${path}[${index}]`, each)
  }

  /** What a pair must have. Its value may be null, which is a word of its own: the pair is left out. */
  requirePair(path: string, value: unknown): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      // The map has complained of all but null.
      if (value === null) this.complain(path, 'read null, allowed: a map of name, value')
      return
    }
    if ((value as { name?: unknown }).name == null) this.complain(`${path}.name`, 'is missing')
    if (!Object.hasOwn(value, 'value')) this.complain(`${path}.value`, 'is missing')
  }

  integer(take: (value: number) => void, minimum = 0): Read {
    return (path, value) => {
      if (Number.isSafeInteger(value) && (value as number) >= minimum) take(value as number)
      else this.complain(path, `read ${shown(value)}, allowed: a whole number from ${minimum}`)
    }
  }

  /** What is none is not shown: it may be a secret. */
  text(take: (value: string) => void): Read {
    return (path, value) => {
      if (typeof value === 'string') take(value)
      else
        this.complain(
          path,
          `read ${typeof value === 'object' ? kindOf(value) : `a ${typeof value}`}, allowed: a text, in quotes`,
        )
    }
  }

  bool(take: (value: boolean) => void): Read {
    return (path, value) => {
      if (typeof value === 'boolean') take(value)
      else this.complain(path, `read ${shown(value)}, allowed: true or false`)
    }
  }

  word<Word extends string>(words: readonly Word[], take: (value: Word) => void): Read {
    return (path, value) => {
      if (words.includes(value as Word)) take(value as Word)
      else this.complain(path, `read ${shown(value)}, allowed: ${words.join(', ')}`)
    }
  }
}
