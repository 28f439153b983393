import { createRequire } from 'node:module'
import { join } from 'node:path'

const { webpackPlugin } = createRequire(import.meta.url)('heddle/bundler')
const root = join(import.meta.dirname, '..')

export default {
  output: 'standalone',
  // What is preloaded is not found by what the app imports.
  outputFileTracingIncludes: {
    '/**': ['./node_modules/heddle/**/*', '../node_modules/@opentelemetry/{api,api-logs}/**/*'],
  },
  outputFileTracingRoot: root,
  serverExternalPackages: ['heddle', 'pino'],
  experimental: { cpus: 1 },
  // `pg` is left out of the bundles, `graphql` is not.
  turbopack: { root, rules: { '**/graphql/execution/*.mjs': { loaders: ['heddle/bundler'] } } },
  webpack(config, { isServer, nextRuntime }) {
    if (isServer && nextRuntime === 'nodejs') config.plugins.push(webpackPlugin())
    return config
  },
}
