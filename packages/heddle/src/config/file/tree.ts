import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar } from 'yaml'
import type { Environment } from '../reading/environment'
import { shown } from '../reading/problems'
import { plainValue, substituted } from './substitution'

/** The bound of aliases that stand for others: a file is no reason to run out of memory. */
const MAX_ALIASES = 100

/** `!!str` before a value: a text, whatever is written. */
const TEXT_TAG = 'tag:yaml.org,2002:str'

const REFERENCES = ['NAME', 'env:NAME', 'NAME:-default'].map((each) => `\${${each}}`).join(', ')

/** Says of one place of the file what is wrong there. */
export type Complain = (path: string, why: string) => void

/**
 * The content of a configuration file, with the values of variables in it. Keys are as they are
 * written, and no value can become a map or a list.
 */
export function treeOf(text: string, env: Environment, complain: Complain): unknown {
  const document = parseDocument(text, { version: '1.2', logLevel: 'error' })
  // A warning is of a tag that nobody knows: what it stands for would be passed over.
  const [error] = [...document.errors, ...document.warnings]
  if (error !== undefined) {
    const [message = ''] = error.message.split('\n')
    complain('', `no YAML: ${message.replace(/; please use [^ ]+/, '').replace(/:$/, '')}`)
    return undefined
  }
  try {
    // The library counts what aliases stand for.
    document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (thrown) {
    complain('', `it cannot be read: ${(thrown as Error).message}`)
    return undefined
  }
  return contentOf(document.contents, '', { document, env, complain, within: new Set() })
}

interface Reading {
  readonly document: Document
  readonly env: Environment
  readonly complain: Complain
  /** What the aliases stand for that are being read. */
  readonly within: Set<unknown>
}

function contentOf(node: unknown, path: string, reading: Reading): unknown {
  if (isAlias(node)) return aliasOf(node, path, reading)
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

function aliasOf(node: Alias, path: string, reading: Reading): unknown {
  const { document, within, complain } = reading
  const target = node.resolve(document)
  if (within.has(target)) {
    complain(path, `the alias ${shown(node.source)} stands within what it stands for`)
    return null
  }
  within.add(target)
  const content = contentOf(target, path, reading)
  within.delete(target)
  return content
}

function scalarOf({ type, source, value, tag }: Scalar, path: string, { env, complain }: Reading): unknown {
  const isPlain = type === 'PLAIN'
  const written = isPlain ? source : value
  if (typeof written !== 'string' || !written.includes('$')) return value
  const text = substituted(written, env)
  if (text !== undefined) return isPlain && tag !== TEXT_TAG ? plainValue(text) : text
  complain(path, `a reference that cannot be read, allowed: ${REFERENCES}; $$ is a dollar`)
  return null
}
