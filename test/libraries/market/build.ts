import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { esbuildPlugin } from 'heddle/bundler'

const SERVICES = ['gateway', 'orders', 'pricing', 'shipping'] as const

export type ServiceName = (typeof SERVICES)[number]

/** The services are written once, and made into each of these. */
export const FORMATS = ['module', 'commonjs', 'bundled module', 'bundled commonjs'] as const

export type Format = (typeof FORMATS)[number]

type FormatOptions = BuildOptions & { readonly format: 'esm' | 'cjs' }

const BUNDLED: BuildOptions = { minify: true, external: ['pg-native'], plugins: [esbuildPlugin()] }

/** What is CommonJS in a bundle requires Node's modules. */
const REQUIRE = `import { createRequire } from 'node:module'
const require = createRequire(import.meta.url), { filename: __filename, dirname: __dirname } = import.meta`

const OPTIONS: Readonly<Record<Format, FormatOptions>> = {
  module: { format: 'esm', packages: 'external' },
  commonjs: { format: 'cjs', packages: 'external' },
  'bundled module': { ...BUNDLED, format: 'esm', banner: { js: REQUIRE } },
  'bundled commonjs': { ...BUNDLED, format: 'cjs' },
}

export interface BuiltMarket {
  file(service: ServiceName, format: Format): string
  remove(): void
}

/** Outside the repository: a bundle has nothing beside it. */
export async function buildMarket(): Promise<BuiltMarket> {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-market-'))
  for (const [format, options] of Object.entries(OPTIONS)) {
    await build({
      entryPoints: SERVICES.map((name) => join(__dirname, 'services', `${name}.mjs`)),
      outdir: join(folder, format),
      outExtension: { '.js': extensionOf(options) },
      bundle: true,
      platform: 'node',
      target: 'node20',
      ...options,
    })
    if (options.packages === 'external')
      symlinkSync(join(__dirname, 'node_modules'), join(folder, format, 'node_modules'))
  }
  return {
    file: (service, format) => join(folder, format, service + extensionOf(OPTIONS[format])),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const extensionOf = ({ format }: FormatOptions) => (format === 'esm' ? '.mjs' : '.cjs')
