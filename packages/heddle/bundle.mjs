// A process reads one file at start, in place of four hundred: see
// docs/decisions/0013-one-file-at-start.md.
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import { lazyLibraries, libraryFiles, tracedLibraries } from './lazy-libraries.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))
const manifest = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const { dependencies, devDependencies } = manifest('package.json')
const rooms = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.startsWith('@heddle/'))

/**
 * Two kinds of import of the API: `import` gets the bundled copy, which stands in for the app's own
 * until that is loaded; `require` gets the app's own. See src/otel-api/app-copy.ts.
 */
const api = {
  name: 'opentelemetry-api',
  setup({ onResolve }) {
    onResolve({ filter: /^@opentelemetry\/api(-logs)?$/ }, ({ kind }) =>
      kind === 'import-statement' || kind === 'entry-point' ? undefined : { external: true },
    )
  },
}

/**
 * V8 parses a module that is wrapped as CommonJS twice, once to find its end and once to run it,
 * together with everything that it needs: the whole of the API. The context manager is published as
 * CommonJS alone; this plugin restores the imports and exports that TypeScript replaced.
 */
const contextManager = {
  name: 'context-manager',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@opentelemetry\/context-async-hooks$/ }, ({ path, importer }) => ({
      path: createRequire(importer)
        .resolve(path)
        .replace(/index\.js$/, 'AsyncLocalStorageContextManager.js'),
    }))
    onLoad({ filter: /context-async-hooks\/build\/src\/\w+ContextManager\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/^"use strict";|^Object\.defineProperty\(exports, "__esModule".*|^exports\.\w+ = void 0;/gm, '')
        .replace(/^const (\w+) = require\((.+)\);/gm, 'import * as $1 from $2')
        .replace(/^exports\.(\w+) = \w+;/gm, 'export { $1 }'),
    }))
  },
}

/** The packages' manifests are asked for nothing but the version. */
const manifests = {
  name: 'manifests',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => ({
      contents: JSON.stringify({ version: JSON.parse(readFileSync(path, 'utf8')).version }),
      loader: 'json',
    }))
  },
}

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.6',
  format: 'cjs',
  // ES modules first: of those, only what is used is bundled.
  mainFields: ['module', 'main'],
  alias: {
    ...Object.fromEntries(rooms.map((name) => [name, `../${name.slice('@heddle/'.length)}/src`])),
    // The same classes, as ES modules.
    '@opentelemetry/sdk-trace-node': '@opentelemetry/sdk-trace-base',
  },
  plugins: [api, contextManager, manifests],
  metafile: true,
}

const builds = {
  ...tracedLibraries,
  'dist/index.js': {
    entryPoints: ['src/index.ts'],
    // Loaded when first needed, if ever. The last pattern is imported by a detector of
    // OpenTelemetry's that Heddle does not use.
    external: ['./stock-exporters', './config-file', './traced/*', './getMachineId-*'],
    plugins: [...options.plugins, lazyLibraries],
  },
  'dist/stock-exporters.js': {
    entryPoints: ['src/pipeline/stock-exporters.ts'],
    plugins: [manifests],
    // Who has an exporter of his own has loaded the API already.
    external: ['@opentelemetry/api', '@opentelemetry/api-logs'],
  },
  'dist/config-file.js': {
    entryPoints: ['src/config/config-file.ts'],
    external: ['@opentelemetry/api', '@opentelemetry/api-logs'],
  },
  'dist/register.js': { entryPoints: ['src/register.ts'], external: ['./index'] },
  'dist/bundler.js': { entryPoints: ['src/bundler/index.ts'], plugins: [libraryFiles] },
}
const bundled = new Set()
for (const [outfile, own] of Object.entries(builds)) {
  const { metafile } = await build({ ...options, ...own, outfile })
  bindBuiltins(outfile)
  await removeDocComments(outfile)
  const { inputs } = metafile.outputs[outfile]
  const parts = partsOf(Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0))
  for (const part of parts) bundled.add(part)
  if (parts.length > 0) appendFileSync(new URL(outfile, import.meta.url), notice(parts))
}
writeFileSync(new URL('dist/THIRD_PARTY_LICENSES', import.meta.url), licences([...bundled].sort()))
await writeTypes()

/**
 * Binds Node's modules directly. For a module that is also imported by its default name, esbuild
 * makes a copy of getters; the module itself serves as the default and as the namespace. A user's
 * bundle of ES modules has no `require`.
 */
function bindBuiltins(file) {
  const path = new URL(file, import.meta.url)
  const names = []
  const bound = readFileSync(path, 'utf8')
    .replace(/^var (\w+) = __toESM\((require\("([\w:/]+)"\))\);/gm, (statement, name, module, path) => {
      if (!isBuiltin(path)) return statement
      names.push(name)
      return `var ${name} = ${module};`
    })
    .replace(/\brequire\("([\w:/]+)"\)/g, (call, path) =>
      isBuiltin(path) ? `(process.getBuiltinModule?.("${path}") ?? ${call})` : call,
    )
  const defaults = new RegExp(`\\b(${names.join('|')})\\.default\\b`, 'g')
  writeFileSync(path, names.length > 0 ? bound.replace(defaults, '$1') : bound)
}

/**
 * esbuild keeps the doc comments of class members: a twelfth of what a process would read at start.
 */
async function removeDocComments(file) {
  const path = new URL(file, import.meta.url)
  const code = readFileSync(path, 'utf8')
  const bare = code.replace(/^[ \t]*\/\*\*(?:(?!\*\/)[\s\S])*\*\/[ \t]*\n/gm, (comment) =>
    /@license|@preserve/.test(comment) ? comment : '',
  )
  const codeOf = async (text) => (await transform(text, { minifyWhitespace: true, legalComments: 'none' })).code
  if ((await codeOf(bare)) !== (await codeOf(code)))
    throw new Error(`${file} holds something that looks like a comment`)
  writeFileSync(path, bare)
}

/** The packages that these files are of. */
function partsOf(files) {
  const folders = files.map((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
  return [...new Set(folders.filter(Boolean))].sort()
}

/** What the licences ask of those who pass on other people's work. */
function notice(parts) {
  return `/*\nThis file contains parts of these packages (see LICENSE and dist/THIRD_PARTY_LICENSES):\n${parts.map(titleOf).join('\n')}\n*/\n`
}

function titleOf(folder) {
  const { name, version, license, author } = manifest(`${folder}/package.json`)
  return `  ${name} ${version}, ${license}, Copyright ${author?.name ?? author}`
}

/**
 * LICENSE has the text of Apache 2.0. Other licences ask to pass on their text with the copyright.
 */
function licences(parts) {
  const others = parts.filter((folder) => manifest(`${folder}/package.json`).license !== 'Apache-2.0')
  const texts = others.map((folder) => {
    const { name, version, license } = manifest(`${folder}/package.json`)
    // Both ask for no more than that.
    if (license !== 'MIT' && license !== 'ISC')
      throw new Error(`${name} is under ${license}: its terms have to be met before it is bundled`)
    return `\n${name} ${version}\n\n${readFileSync(new URL(`${folder}/LICENSE`, import.meta.url), 'utf8')}`
  })
  return `heddle contains parts of these packages. Those under the Apache License 2.0 are under its text in LICENSE.\n\n${parts.map(titleOf).join('\n')}\n${texts.join('')}`
}

/**
 * One file of declarations for each entry. It holds the public types and the types that they use,
 * also those of other packages of ours: an app that installs `heddle` installs none of those.
 */
async function writeTypes() {
  rmSync(join(root, 'dist', 'types'), { recursive: true, force: true })
  const bundle = await rolldown({
    cwd: root,
    input: { index: 'dist/index.d.ts', register: 'dist/register.d.ts', bundler: 'dist/bundler/index.d.ts' },
    external: [/^@opentelemetry\//, /^node:/],
    plugins: [
      { name: 'rooms', resolveId: declarationOf },
      dts({ dtsInput: true, sourcemap: false }),
      { name: 'regions', renderChunk: withoutRegions },
    ],
  })
  await bundle.write({ dir: 'dist/types', format: 'es' })
}

/** The declarations of another package of ours. */
function declarationOf(path) {
  const name = /^@heddle\/[^/]+/.exec(path)?.[0]
  if (name === undefined) return undefined
  const folder = `../${name.slice('@heddle/'.length)}`
  return join(root, folder, manifest(`${folder}/package.json`).exports[`.${path.slice(name.length)}`].types)
}

/** Without the lines that say which of our files a declaration is from. */
function withoutRegions(code) {
  return code.replace(/^\/\/(#region|#endregion| \S+\.d\.ts$).*\n/gm, '')
}
