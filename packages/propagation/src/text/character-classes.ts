/** The ASCII characters in one class of a grammar, indexed by character code. */
type CharacterClass = Readonly<Uint8Array>

/** The characters of a `token` (RFC 7230, 3.2.6): header names, baggage keys. */
export const TOKEN = classOf("!#$%&'*+-.^_`|~", isAlphanumeric)

/** The characters of a baggage value: visible ASCII but `"`, `,`, `;` and `\`. */
export const BAGGAGE_OCTET = classOf('', (code) => isVisible(code) && !'",;\\'.includes(String.fromCharCode(code)))

/** The characters of an id that is sent in a header, whoever made the id: visible ASCII. */
export const VISIBLE = classOf('', isVisible)

/** The characters of a tracestate value: printable ASCII but `,` and `=`. */
export const TRACESTATE_VALUE = classOf(' ', (code) => isVisible(code) && code !== 44 && code !== 61)

/** Whether all characters in `[start, end)` belong to the class; true for an empty range. */
export function consistsOf(characters: CharacterClass, text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (characters[text.charCodeAt(index)] !== 1) return false
  }
  return true
}

function classOf(listed: string, belongs: (code: number) => boolean): CharacterClass {
  return Uint8Array.from({ length: 128 }, (_, code) =>
    belongs(code) || listed.includes(String.fromCharCode(code)) ? 1 : 0,
  )
}

function isVisible(code: number): boolean {
  return code > 32 && code < 127
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}
