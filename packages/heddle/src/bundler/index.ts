/**
 * Plugins that have bundlers hand over the files of the libraries in a bundle, so that they are traced
 * as if Node had loaded them. The default export is webpack's loader.
 *
 * @packageDocumentation
 */
export { esbuildPlugin, rollupPlugin, webpackLoader as default, webpackPlugin } from './plugins'
