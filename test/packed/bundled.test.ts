import { join } from 'node:path'
import { build } from 'esbuild'
import { useReceiver } from '../support/use-receiver'
import { TemporaryProject, tarball } from './temporary-project'

// An app that bundlers have put into one file, Heddle and all.

const { receiver } = useReceiver()
let project: TemporaryProject
beforeAll(async () => {
  project = new TemporaryProject()
  project.copy('bundled-shop.mjs', 'rollup.config.mjs', 'webpack.cjs')
  await project.npmInstall(
    tarball('heddle'),
    '@opentelemetry/api@1.9.1',
    ...[
      'webpack@5',
      'rollup@4',
      '@rollup/plugin-commonjs@29',
      '@rollup/plugin-json@6',
      '@rollup/plugin-node-resolve@16',
    ],
  )
})
afterAll(() => project.remove())

const esbuild = async (outfile: string, format: 'cjs' | 'esm') => {
  const { warnings } = await build({
    absWorkingDir: project.folder,
    entryPoints: ['bundled-shop.mjs'],
    bundle: true,
    platform: 'node',
    minify: true,
    outfile,
    format,
  })
  expect(warnings).toEqual([])
}

const runs = async (...args: readonly string[]) => {
  const { status, stdout, stderr } = await project.run(process.execPath, args)
  expect({ status, output: stdout + stderr }).toMatchObject({ status: 0 })
  expect(stdout + stderr).not.toMatch(/heddle.*(warn|unresolved|circular)/i)
}

const BUNDLES: readonly [string, () => Promise<void>][] = [
  ['esbuild.cjs', () => esbuild('out/esbuild.cjs', 'cjs')],
  ['esbuild.mjs', () => esbuild('out/esbuild.mjs', 'esm')],
  ['rollup.mjs', () => runs(join('node_modules', 'rollup', 'dist', 'bin', 'rollup'), '-c')],
  ['webpack.cjs', () => runs('webpack.cjs')],
]

test.each(BUNDLES)(
  'in out/%s it works, over HTTP and gRPC, and says what it cannot see there',
  async (file, bundle) => {
    await bundle()
    for (const [protocol, url] of [
      ['http/protobuf', receiver.httpUrl],
      ['grpc', receiver.grpcUrl],
    ]) {
      receiver.clear()
      const { status, stdout, stderr } = await project.run(process.execPath, [join('out', file)], {
        OTEL_EXPORTER_OTLP_ENDPOINT: url,
        OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
      })
      expect({ status, stdout }).toEqual({ status: 0, stdout: 'answered\n' })
      expect(stderr).toMatch(
        /^\[heddle\] warn: Heddle runs from within a bundle\. .*the plugin of heddle\/bundler .*mark heddle and those packages as external/,
      )
      const { spans } = receiver
      expect(spans.map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
        'CLIENT GET',
        'INTERNAL work',
        'SERVER GET',
      ])
      expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1)
    }
  },
)

test('in a bundle that cannot load it, one sentence says what to mark as external, and the app answers', async () => {
  await esbuild('out/esbuild.mjs', 'esm')
  // As on Node before 20.16, where an ES module has no way to Node's own modules but its imports.
  const older = ['--import', 'data:text/javascript,delete process.getBuiltinModule']
  const { status, stdout, stderr } = await project.run(process.execPath, [...older, join('out', 'esbuild.mjs')])
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'answered\n' })
  expect(stderr).toMatch(
    /^\[heddle\] error: Heddle cannot be loaded from this bundle .*--external:heddle.*\n.*runs on, untraced/,
  )
})
