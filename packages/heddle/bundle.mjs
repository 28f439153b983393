// One file is what a process reads at start, in place of four hundred: see docs/decisions/0013-one-file-at-start.md.
import { appendFileSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('.', import.meta.url))
const manifest = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const { dependencies, devDependencies } = manifest('package.json')
const rooms = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.startsWith('@heddle/'))

/**
 * The app has its own copy of these, which must be the same one. Each is required once and its names bound once: esbuild
 * itself would make a copy of it, all getters, for each of the files that import it.
 */
const api = {
  name: 'opentelemetry-api',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@opentelemetry\/api(-logs)?$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'api', sideEffects: false } : { path, external: true },
    )
    onLoad({ filter: /.*/, namespace: 'api' }, ({ path }) => ({
      contents: `export const { ${Object.keys(require(path)).join(', ')} } = require('${path}')`,
      resolveDir: root,
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
  metafile: true,
}

const { metafile } = await build({
  ...options,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  plugins: [api],
  // Loaded when they are first needed, if ever.
  external: ['@grpc/grpc-js', '@opentelemetry/propagator-b3'],
})
await build({ ...options, entryPoints: ['src/register.ts'], outfile: 'dist/register.js', external: ['./index'] })
appendFileSync(new URL('dist/index.js', import.meta.url), notice(Object.keys(metafile.inputs)))

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
