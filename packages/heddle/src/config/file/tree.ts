import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar } from 'yaml'
import type { Environment } from '../reading/environment'
import { plainValue, substituted } from './substitution'

/** The bound of aliases that stand for others: a file is no reason to run out of memory. */
const MAX_ALIASES = 100

const REFERENCES = ['NAME', 'env:NAME', 'NAME:-default'].map((each) => `\${${each}}`).join(', ')

/** A value, and the place of the file that it is from. */
export interface Placed<T> {
  readonly value: T
  readonly place: string
}

/** Says of one place of the file what is wrong there. */
export type Complain = (path: string, why: string) => void

/**
 * The content of a configuration file, with the values of variables in it. Keys are as they are
 * written, and no value can become a map or a list.
 */
export function treeOf(text: string, env: Environment, complain: Complain): unknown {
  const document = parseDocument(text, { version: '1.2' })
  const [error] = document.errors
  if (error !== undefined) {
    complain('', `no YAML: ${error.message.split('\n')[0]}`)
    return undefined
  }
  try {
    // The library counts what aliases stand for.
    document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (thrown) {
    complain('', `it cannot be read: ${(thrown as Error).message}`)
    return undefined
  }
  return contentOf(document.contents, '', { document, env, complain })
}

interface Reading {
  readonly document: Document
  readonly env: Environment
  readonly complain: Complain
}

function contentOf(node: unknown, path: string, reading: Reading): unknown {
  if (isAlias(node)) return contentOf(node.resolve(reading.document), path, reading)
  if (isMap(node)) {
    const entries = (node.items as Pair[]).map(({ key, value }) => {
      const name = String(isScalar(key) ? key.value : key)
      return [name, contentOf(value, path === '' ? name : `${path}.${name}`, reading)] as const
    })
    return Object.fromEntries(entries)
  }
  if (isSeq(node)) return node.items.map((item, index) => contentOf(item, `${path}[${index}]`, reading))
  return isScalar(node) ? scalarOf(node, path, reading) : null
}

function scalarOf({ type, source, value }: Scalar, path: string, { env, complain }: Reading): unknown {
  const isPlain = type === 'PLAIN'
  const written = isPlain ? source : value
  if (typeof written !== 'string' || !written.includes('$')) return value
  const text = substituted(written, env)
  if (text !== undefined) return isPlain ? plainValue(text) : text
  complain(path, `a reference that cannot be read, allowed: ${REFERENCES}; $$ is a dollar`)
  return null
}
