import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(`${process.env.MODULES}/package.json`)
require('reflect-metadata')

/** A package of the folder MODULES: Nest 12 is imported, Nest 11 is required. */
export const load = async (name) =>
  process.env.MODULES.endsWith('nest11') ? require(name) : import(pathToFileURL(require.resolve(name)).href)

export const decorate = (target, name, ...decorators) => {
  for (const each of decorators) each(target.prototype, name, Object.getOwnPropertyDescriptor(target.prototype, name))
}
