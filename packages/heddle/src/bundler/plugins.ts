import { readFile } from 'node:fs/promises'
import { MAYBE_LIBRARY, textBehind } from './text-behind'

const NAME = 'heddle'

/** What of esbuild the plugin uses. */
interface EsbuildBuild {
  onLoad(
    options: { filter: RegExp; namespace?: string },
    callback: (file: { path: string }) => Promise<{ contents: string; loader: 'default' } | undefined>,
  ): void
}

/** What of webpack the plugin uses. */
interface WebpackCompiler {
  readonly options: { readonly module: { readonly rules: unknown[] } }
}

/** What of its loaders' context webpack's loader uses. */
interface WebpackLoaderContext {
  readonly resourcePath: string
  callback(error: null, source: string, ...rest: unknown[]): void
}

/**
 * For esbuild: the libraries in the bundle are traced.
 *
 * @example
 * ```js
 * import { esbuildPlugin } from 'heddle/bundler'
 * await build({ bundle: true, platform: 'node', plugins: [esbuildPlugin()], … })
 * ```
 */
export function esbuildPlugin(): { name: string; setup(build: EsbuildBuild): void } {
  return {
    name: NAME,
    setup(build) {
      build.onLoad({ filter: MAYBE_LIBRARY, namespace: 'file' }, async ({ path }) => {
        const source = await readFile(path, 'utf8')
        const text = textBehind(path, source)
        return text === '' ? undefined : { contents: source + text, loader: 'default' }
      })
    },
  }
}

/**
 * For Rollup, and for Vite where it bundles a server: the libraries in the bundle are traced.
 *
 * @example
 * ```js
 * import { rollupPlugin } from 'heddle/bundler'
 * export default { plugins: [rollupPlugin(), resolve(), commonjs()], … }
 * ```
 */
export function rollupPlugin() {
  return {
    name: NAME,
    enforce: 'pre' as const,
    transform: {
      // Before files become ES modules.
      order: 'pre' as const,
      handler(source: string, id: string): { code: string; map: null } | null {
        const text = textBehind(id, source)
        return text === '' ? null : { code: source + text, map: null }
      },
    },
  }
}

/**
 * For webpack, and for Next.js where it builds with webpack: the libraries in the bundle are traced.
 *
 * @example
 * ```js
 * const { webpackPlugin } = require('heddle/bundler')
 * module.exports = { target: 'node', plugins: [webpackPlugin()], … }
 * ```
 */
export function webpackPlugin(): { apply(compiler: WebpackCompiler): void } {
  return {
    apply({ options }) {
      options.module.rules.push({ test: MAYBE_LIBRARY, enforce: 'pre', loader: __filename })
    },
  }
}

/** The loader by which {@link webpackPlugin} does so. */
export function webpackLoader(this: WebpackLoaderContext, source: string, ...rest: unknown[]): void {
  this.callback(null, source + textBehind(this.resourcePath, source), ...rest)
}
