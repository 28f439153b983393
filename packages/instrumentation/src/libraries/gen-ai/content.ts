import type { Attributes } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'

/** A part of a message, or a message, in the JSON schemas of the conventions. */
export type Part = Readonly<Record<string, unknown>>

/** Characters of all texts of an attribute. */
const MAX_CONTENT = 65_536
/** Characters of one text. */
const MAX_TEXT = 8_192
/** What a value takes of the bound beside its text. */
const VALUE_COST = 16

/**
 * An attribute that is the JSON of messages or of parts, and none if there are none. It is bounded: a
 * long text is cut, and where all are too long the newest stay.
 */
export function contentOf(name: string, list: readonly Part[]): Attributes {
  let left = MAX_CONTENT
  const cut = (_key: string, value: unknown): unknown => {
    if (left <= 0) return undefined
    left -= VALUE_COST
    if (typeof value !== 'string') return typeof value === 'bigint' ? String(value) : value
    const length = Math.max(0, Math.min(MAX_TEXT, left))
    left -= Math.min(length, value.length)
    return value.length > length ? `${value.slice(0, length)}…` : value
  }
  const kept: string[] = []
  for (let index = list.length - 1; index >= 0 && left > 0; index--) kept.unshift(JSON.stringify(list[index], cut))
  return kept.length > 0 ? { [name]: `[${kept.join(',')}]` } : {}
}

export function textPart(content: unknown): Part {
  return { type: 'text', content }
}

/** @param input - the arguments, which some APIs give as JSON */
export function toolCall(id: unknown, name: unknown, input: unknown): Part {
  return { type: 'tool_call', id, name, arguments: parsed(input) }
}

export function toolResponse(id: unknown, response: unknown): Part {
  return { type: 'tool_call_response', id, response }
}

/** The parts of what is a text or a list: a part that `convert` does not know stays as it is. */
export function partsOf(content: unknown, convert: (part: unknown) => Part | undefined): Part[] {
  if (typeof content === 'string') return [textPart(content)]
  return listOf(content).map((part) => convert(part) ?? (part as Part))
}

/** An image, by its URL. */
export function imagePart(uri: unknown): Part {
  return { type: 'uri', modality: 'image', uri }
}

/** A list, or none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A property of a property. */
export function deepOf(value: unknown, name: string, inner: string): unknown {
  return propertyOf(propertyOf(value, name), inner)
}

function parsed(input: unknown): unknown {
  if (typeof input !== 'string') return input
  try {
    return JSON.parse(input)
  } catch {
    return input
  }
}

/** The `type` of a part or of an event. */
export function typeOf(value: unknown): string {
  return textOf(value, 'type') ?? ''
}

/** A text that comes in parts: what would be cut anyway is left out. */
export function longer(text: string, more = ''): string {
  return text.length > MAX_TEXT ? text : text + more
}
