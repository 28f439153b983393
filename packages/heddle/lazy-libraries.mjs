// The description of each library is a file of its own, which is read when the app loads the library.
// At start there is a table of the libraries' files: see
// docs/decisions/0032-libraries-are-read-when-they-are-used.md.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'

const packages = fileURLToPath(new URL('..', import.meta.url))
const folder = resolve(packages, 'instrumentation/src/libraries')
const { LIBRARIES } = createRequire(import.meta.url)('@heddle/instrumentation/libraries')

/** What of a library's file is known before it is loaded. */
const fileFacts = ({ packageName, file, names, functions, isModule, majors }) => ({
  packageName,
  file,
  names,
  functions,
  isModule,
  majors,
})

/** A bundler's plugin asks the descriptions for nothing but the files that they are of. */
export const libraryFiles = {
  name: 'library-files',
  setup({ onLoad }) {
    onLoad({ filter: /instrumentation[\\/]src[\\/]libraries[\\/]index\.ts$/ }, () => {
      const files = Object.values(LIBRARIES).flatMap((library) => library.files.map(fileFacts))
      return { contents: `export const LIBRARIES = { all: { files: ${JSON.stringify(files)} } }`, loader: 'js' }
    })
  },
}

/** What the descriptions use of the rest, which has state and is there once: names by module. */
const shared = new Map()

const sharing = {
  name: 'shared',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(@opentelemetry\/api|@heddle\/.+|\.\.?\/.+)$/ }, async ({ path, importer }) => {
      if (!importer.startsWith(folder)) return undefined
      const key = path.startsWith('.') ? relative(packages, resolve(dirname(importer), path)) : path
      if (path.startsWith('.') && !isShared(key)) return undefined
      const names = await namesFrom(path, importer)
      shared.set(key, new Set([...(shared.get(key) ?? []), ...names]))
      // A module for each importer, as all names are known at the end only.
      return { path: `${key} of ${relative(folder, importer)}`, namespace: 'shared', pluginData: { key, names } }
    })
    onLoad({ filter: /./, namespace: 'shared' }, ({ pluginData: { key, names } }) => ({
      contents: `export const { ${names.join(', ')} } = heddleShared()[${JSON.stringify(key)}]`,
    }))
  },
}

/**
 * The builds of the descriptions, each of which takes what is shared as an argument. They come first:
 * {@link lazyLibraries} has what they use.
 */
export const tracedLibraries = Object.fromEntries(
  namedDescriptions().map(({ name, constant, from }) => [
    `dist/traced/${name}.js`,
    {
      stdin: { contents: `export { ${constant} as library } from ${JSON.stringify(from)}`, resolveDir: folder },
      banner: { js: 'module.exports = (heddleShared) => {\nconst module = { exports: {} };' },
      footer: { js: 'return module.exports.library;\n};' },
      plugins: [sharing],
    },
  ]),
)

/** The constant and the file of each library, as `libraries.ts` has them. */
function namedDescriptions() {
  const source = readFileSync(resolve(folder, 'libraries.ts'), 'utf8')
  const files = new Map([...source.matchAll(/import \{ (\w+) \} from '(.+)'/g)].map(([, ...found]) => found))
  return Object.entries(LIBRARIES).map(([name]) => {
    const constant = new RegExp(`^  '?${name}'?: (\\w+),$`, 'm').exec(source)[1]
    return { name, constant, from: files.get(constant) }
  })
}

/** Outside the folder of the descriptions, or used by their instrumentation too. */
function isShared(key) {
  const inside = relative(folder, resolve(packages, key))
  return inside.startsWith('..') || inside === 'calls'
}

async function namesFrom(path, importer) {
  // The types go.
  const { code } = await transform(readFileSync(importer, 'utf8'), { loader: 'ts', tsconfigRaw: {} })
  const imports = [...code.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)].filter(([, , from]) => from === path)
  return imports.flatMap(([, names]) => names.split(',').map((name) => name.trim().split(' as ')[0]))
}

/** In place of the descriptions: the table, and what reads them. Is to be built behind them. */
export const lazyLibraries = {
  name: 'lazy-libraries',
  setup({ onLoad }) {
    onLoad({ filter: /instrumentation[\\/]src[\\/]libraries[\\/]libraries\.ts$/ }, () => {
      const modules = [...shared].map(([key, names], index) => ({ key, names: [...names], index }))
      return { contents: [...modules.map(importOf), sharedOf(modules), LAZY].join('\n'), loader: 'js' }
    })
  },
}

const local = (name, index) => `${name}_${index}`

function importOf({ key, names, index }) {
  const from = key.startsWith('@') ? key : `./${relative(folder, resolve(packages, key))}`
  const bindings = names.map((name) => `${name} as ${local(name, index)}`)
  return `import { ${bindings.join(', ')} } from ${JSON.stringify(from)}`
}

function sharedOf(modules) {
  const members = modules.map(
    ({ key, names, index }) =>
      `${JSON.stringify(key)}: { ${names.map((name) => `${name}: ${local(name, index)}`).join(', ')} }`,
  )
  return `const shared = () => ({ ${members.join(', ')} })`
}

const table = Object.entries(LIBRARIES).map(([name, { files, channels = [], isOptIn }]) => [
  { name, isOptIn },
  files.map(fileFacts),
  channels.map((channel) => channel.name),
])

const readers = table.map(
  ([{ name }]) => `${JSON.stringify(name)}: () => require(${JSON.stringify(`./traced/${name}`)})`,
)

const LAZY = `
const readers = { ${readers.join(', ')} }
const read = {}
const described = (name) => (read[name] ??= readers[name]()(shared))

export const LIBRARIES = {}
for (const [facts, files, channels] of ${JSON.stringify(table)}) {
  const { name } = facts
  LIBRARIES[name] = {
    ...facts,
    files: files.map((file, index) => ({
      ...file,
      patch: (...given) => described(name).files[index].patch(...given),
    })),
    channels: channels.map((channel, index) => ({
      name: channel,
      ignores: (message) => described(name).channels[index].ignores?.(message),
      describe: (message) => described(name).channels[index].describe(message),
      factsOf: (error) => described(name).channels[index].factsOf?.(error) ?? {},
    })),
  }
}
`
