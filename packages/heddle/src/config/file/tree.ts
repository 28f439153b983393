import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
} from 'yaml'
import type { Environment } from '../reading/environment'
import { shown } from '../reading/problems'
import { plainValue, substituted } from './substitution'

/** The bound of values, those that aliases stand for included: a file is no reason to run out of memory. */
const MAX_VALUES = 100_000

/** `!!str` before a value: a text, whatever is written. */
const TEXT_TAG = 'tag:yaml.org,2002:str'

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
 *
 * The library would look for keys that are there twice, and for the anchor of each alias, in
 * quadratic time: both are done here.
 *
 * @returns `undefined` where it cannot be read
 */
export function treeOf(text: string, env: Environment, complain: Complain): unknown {
  const document = parseDocument(text, { version: '1.2', logLevel: 'error', uniqueKeys: false })
  // A warning is of a tag that nobody knows: what it stands for would be passed over.
  const [error] = [...document.errors, ...document.warnings]
  if (error !== undefined) {
    const [message = ''] = error.message.split('\n')
    complain('', `no YAML: ${message.replace(/; please use [^ ]+/, '').replace(/:$/, '')}`)
    return undefined
  }
  const reading: Reading = { env, complain, anchors: new Map(), within: new Set(), values: 0 }
  const content = contentOf(document.contents, '', reading)
  if (reading.values <= MAX_VALUES) return content
  complain('', `more than ${MAX_VALUES} values, with those that aliases stand for`)
  return undefined
}

interface Reading {
  readonly env: Environment
  readonly complain: Complain
  /** What has been read with a name for aliases. */
  readonly anchors: Map<string, Node>
  /** What the aliases stand for that are being read. */
  readonly within: Set<Node>
  /** How many have been read. */
  values: number
}

function contentOf(node: unknown, path: string, reading: Reading): unknown {
  reading.values++
  if (reading.values > MAX_VALUES) return null
  if (isAlias(node)) return aliasOf(node, path, reading)
  // What an alias stands for is read again, and has its anchors where it was written.
  if (isNode(node) && node.anchor !== undefined && reading.within.size === 0) reading.anchors.set(node.anchor, node)
  if (isMap(node)) {
    const entries = new Map<string, unknown>()
    for (const { key, value } of node.items as Pair[]) {
      const name = String(isScalar(key) ? key.value : key)
      const inside = path === '' ? name : `${path}.${name}`
      if (entries.has(name)) reading.complain(inside, 'is there twice')
      entries.set(name, contentOf(value, inside, reading))
    }
    return Object.fromEntries(entries)
  }
  if (isSeq(node)) return node.items.map((item, index) => contentOf(item, `${path}[${index}]`, reading))
  return isScalar(node) ? scalarOf(node, path, reading) : null
}

function aliasOf({ source }: Alias, path: string, reading: Reading): unknown {
  const { anchors, within, complain } = reading
  const target = anchors.get(source)
  if (target === undefined || within.has(target)) {
    complain(
      path,
      `the alias ${shown(source)} stands ${target ? 'within what it stands for' : 'for nothing before it'}`,
    )
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
