import { join } from 'node:path'
import { build, type Format } from 'esbuild'
import { esbuildPlugin } from 'heddle/bundler'

/** A bundle of CommonJS files as an ES module has to have what they know. */
const REQUIRE = `import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)`

/**
 * Puts a library and its calls into one file, with the plugin of heddle/bundler.
 *
 * @returns the file
 */
export async function bundled(calls: string, library: string, format: Format, folder: string): Promise<string> {
  const outfile = join(folder, `${library}.${format === 'esm' ? 'mjs' : 'cjs'}`)
  const loaded = format === 'esm' ? `import loaded from '${library}'` : `const loaded = require('${library}')`
  await build({
    stdin: {
      contents: `${loaded}\nrequire('${calls}')(loaded, JSON.parse(process.argv[4]))`,
      resolveDir: __dirname,
    },
    bundle: true,
    platform: 'node',
    minify: true,
    format,
    ...(format === 'esm' && { banner: { js: REQUIRE } }),
    outfile,
    plugins: [esbuildPlugin()],
  })
  return outfile
}
