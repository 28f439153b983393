import { isHeader } from '../settings/export/headers'
import type { Fields, Reader } from './reader'

/**
 * `headers` and `headers_list` of an exporter, as its variable has them: the list first, because the
 * last of one name counts.
 */
export function headerFields(exporter: string, reader: Reader, take: (path: string, value: string) => void): Fields {
  let list = ''
  let entries: string[] = []
  // Each entry is checked where it stands, so that all that may be wrong later is the list.
  const takeBoth = () =>
    take(`${exporter}.${list === '' ? 'headers' : 'headers_list'}`, [list, ...entries].filter(Boolean).join(','))
  return {
    headers: (path, value) => {
      reader.list(path, value, (path, each) => {
        entries = [...entries, ...readHeader(path, each, reader)]
      })
      takeBoth()
    },
    headers_list: (path, value) =>
      reader.text((text) => {
        list = text
        takeBoth()
      })(path, value),
  }
}

/** One header as a pair of the variable; none where its value is null or cannot be used. */
function readHeader(path: string, value: unknown, reader: Reader): string[] {
  let name: string | undefined
  let text: string | undefined
  reader.map(path, value, {
    name: reader.text((given) => {
      name = given
    }),
    // Never shown: it may be a secret.
    value: (path, given) => {
      if (typeof given === 'string') text = given
      else reader.complain(path, 'its value cannot be used (not shown, it may be secret), allowed: a text, in quotes')
    },
  })
  reader.requirePair(path, value)
  if (name === undefined || text === undefined) return []
  if (isHeader(name, text)) return [`${encodeURIComponent(name)}=${encodeURIComponent(text)}`]
  reader.complain(path, 'cannot be used (not shown, it may be secret), allowed: a valid HTTP header in printable ASCII')
  return []
}
