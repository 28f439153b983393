import { readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

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

/**
 * The copy of a package that has a file at that path, if the path is one of that file.
 *
 * A file at a package's root, such as `index.js`, is looked for in folders of the package's name alone:
 * otherwise the package.json of every package that an app loads would be read. So a package under an
 * alias is not found by such a file.
 *
 * @param filename - absolute
 * @param file - relative to the package's root, with slashes
 */
export function copyWith(filename: string, packageName: string, file: string): PackageCopy | undefined {
  const suffix = `/${file}`
  if (!filename.endsWith(sep === '/' ? suffix : suffix.replaceAll('/', sep))) return undefined
  const dir = filename.slice(0, -suffix.length)
  const folder = packageName.slice(packageName.lastIndexOf('/') + 1)
  if (!file.includes('/') && !dir.endsWith(sep + folder)) return undefined
  const copy = copyAt(dir)
  return copy?.name === packageName ? copy : undefined
}

function readCopy(dir: string): PackageCopy | undefined {
  try {
    const { name, version, type } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
    return { name, version, type, dir }
  } catch {
    return undefined
  }
}
