// One file is what a process reads at start, in place of four hundred: see docs/decisions/0013-one-file-at-start.md.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('.', import.meta.url))
const manifest = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const { dependencies, devDependencies } = manifest('package.json')
const rooms = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.startsWith('@heddle/'))

/** The bundled copy of the API stands in for the app's own until that is loaded: see src/app-api.ts and src/api-version.ts. */
const api = {
  name: 'opentelemetry-api',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@opentelemetry\/api(-logs)?$/ }, ({ kind }) =>
      kind === 'require-resolve' ? { external: true } : undefined,
    )
    onLoad({ filter: /@opentelemetry\/api\/build\/esm\/version\.js$/ }, () => ({
      contents: "export { VERSION } from './src/api-version'",
      resolveDir: root,
    }))
  },
}

/**
 * What is wrapped as CommonJS is parsed twice, once to find its end and once to run it, and so is all that it needs: the whole of the API.
 * The context manager is published as CommonJS alone; this gives it the imports and exports back that TypeScript took.
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

/** Of the packages' own manifests only this is asked. */
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

const { metafile } = await build({
  ...options,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  // Loaded when they are first needed, if ever. The last are imported by a detector of OpenTelemetry's that is not ours.
  external: ['@grpc/grpc-js', '@opentelemetry/propagator-b3', './other-exits', './getMachineId-*'],
})
const { metafile: later } = await build({
  ...options,
  entryPoints: ['src/other-exits.ts'],
  outfile: 'dist/other-exits.js',
  plugins: [manifests],
  // Who has an exporter of his own has loaded the API already.
  external: ['@opentelemetry/api', '@opentelemetry/api-logs'],
})
await build({ ...options, entryPoints: ['src/register.ts'], outfile: 'dist/register.js', external: ['./index'] })
bindBuiltins('dist/index.js')
for (const [file, { inputs }] of Object.entries({ 'dist/index.js': metafile, 'dist/other-exits.js': later })) {
  appendFileSync(new URL(file, import.meta.url), notice(Object.keys(inputs)))
}

/**
 * Of a module of Node's that is imported by its default name too, esbuild makes a copy, all getters. The module itself is both the
 * default and the namespace.
 */
function bindBuiltins(file) {
  const path = new URL(file, import.meta.url)
  const names = []
  const bound = readFileSync(path, 'utf8').replace(
    /^var (\w+) = __toESM\((require\("[\w:/]+"\))\);/gm,
    (_statement, name, module) => {
      names.push(name)
      return `var ${name} = ${module};`
    },
  )
  writeFileSync(path, bound.replace(new RegExp(`\\b(${names.join('|')})\\.default\\b`, 'g'), '$1'))
}

/** What the licence asks of those who pass on other people's work. */
function notice(files) {
  const folders = new Set(files.map((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter(Boolean))
  const lines = [...folders].sort().map((folder) => {
    const { name, version, license, author } = manifest(`${folder}/package.json`)
    if (license !== 'Apache-2.0')
      throw new Error(`${name} is under ${license}: its terms have to be met before it is bundled`)
    return `  ${name} ${version}, Copyright ${author?.name ?? author}`
  })
  return `/*\nThis file contains parts of these packages, under the Apache License 2.0 (see LICENSE):\n${lines.join('\n')}\n*/\n`
}
