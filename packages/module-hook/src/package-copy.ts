import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The copy of a package that a hooked file belongs to. */
export interface PackageCopy {
  /** The package's name, from its package.json. */
  readonly name: string
  /** The package's version, from its package.json. */
  readonly version: string
  /** `module` where its `.js` files are ES modules. */
  readonly type?: string | undefined
  /** The absolute path of the package's root; empty for a copy in a bundle. */
  readonly dir: string
}

const copies = new Map<string, PackageCopy | undefined>()

/** The package whose root this folder is. The name in package.json decides, so aliases and pnpm's folders need no special case. */
export function copyAt(dir: string): PackageCopy | undefined {
  if (!copies.has(dir)) copies.set(dir, readCopy(dir))
  return copies.get(dir)
}

function readCopy(dir: string): PackageCopy | undefined {
  try {
    const { name, version, type } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
    return { name, version, type, dir }
  } catch {
    return undefined
  }
}
