import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { esbuildPlugin } from 'heddle/bundler'
import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { useTemporaryDirectory } from '../support/use-temporary-directory'
import { type Expected, outcome, outcomes, servedBy } from './served'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()
const folder = useTemporaryDirectory('bundled-frameworks')

const REQUESTS: readonly Expected[] = [
  ['GET /mounted/shop/acme/products/1', 200, '/mounted/shop/:tenant/products/:id'],
  ['GET /mounted/shop/acme/fails', 500, '/mounted/shop/:tenant/fails', 'in a bundle'],
  ['GET /mounted/none', 404],
]

describe.each(['koa', 'hono'])('%s in a bundle of esbuild', (framework) => {
  test.each(['cjs', 'esm'] as const)('is known by its routes and errors (%s)', async (format) => {
    const script = join(folder.path, `${framework}.${format === 'cjs' ? 'cjs' : 'mjs'}`)
    await build({
      entryPoints: [join(__dirname, framework, 'bundled.mjs')],
      outfile: script,
      bundle: true,
      minify: true,
      platform: 'node',
      format,
      banner: format === 'esm' ? { js: REQUIRE } : {},
      plugins: [esbuildPlugin()],
    })
    const rounds = REQUESTS.map(([line]) => [line])
    const job = { script: relative(__dirname, script), env: toReceiver({ OTEL_SERVICE_NAME: 'bundled' }), rounds }
    const served = await servedBy(receiver, job)
    expect(served.answers.map((_, index) => outcome(served, index))).toEqual(outcomes(REQUESTS))
  })
})

/** Koa is CommonJS. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"
