/**
 * Attribute values and log bodies are the user's own objects: they may contain themselves, never end, or throw when they are read.
 * Both wire formats stop at this depth and put these strings in place of what cannot be told.
 */
export const MAX_DEPTH = 16
export const CIRCULAR = '[Circular]'
export const TOO_DEEP = '[Truncated]'
export const UNREADABLE = '[Unreadable]'

/** What an encoder throws for a span whose ids are not 16 and 8 bytes of hexadecimal: a collector may refuse the whole batch for it. */
export const INVALID_IDS = new TypeError('the trace id or span id of a span is not valid')
