import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { useReceiver } from '../support/use-receiver'
import { hasPostgres, startPostgres } from './postgres'
import { TemporaryProject, tarball } from './temporary-project'

// An app that bundlers have put into one file with the plugin of heddle/bundler, libraries and all.

const { receiver } = useReceiver()
let project: TemporaryProject
let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined
beforeAll(async () => {
  project = new TemporaryProject()
  project.copy('bundled')
  await project.npmInstall(
    tarball('heddle'),
    ...['@opentelemetry/api@1.9.1', 'esbuild@0.28', 'webpack@5', 'rollup@4', 'express@4', 'pg@8', 'pino@9'],
    '@grpc/grpc-js@1',
    ...['@rollup/plugin-commonjs@29', '@rollup/plugin-json@6', '@rollup/plugin-node-resolve@16'],
  )
  if (hasPostgres) postgres = await startPostgres()
})
afterAll(async () => {
  await postgres?.stop()
  project.remove()
})

const BUNDLES = [
  ['esbuild.cjs', 'cjs'],
  ['esbuild.mjs', 'mjs'],
  ['rollup', 'cjs'],
  ['webpack', 'cjs'],
] as const
const ENTRIES = ['preloaded', 'started'] as const

const CASES = BUNDLES.flatMap(([bundler, extension]) => ENTRIES.map((entry) => [bundler, entry, extension] as const))

test.each(CASES)(
  '%s, %s: routes, queries, calls and lines are those of an unbundled app',
  async (bundler, entry, extension) => {
    const file = join('out', `${bundler}-${entry}.${extension}`)
    const bundled = await project.run(process.execPath, ['bundled/bundle.mjs', bundler, `./bundled/${entry}.mjs`, file])
    expect(bundled).toMatchObject({ status: 0 })
    const preload = entry === 'preloaded' ? ['--import', 'heddle/register'] : []
    const { status, stdout, stderr } = await project.run(process.execPath, [...preload, file], {
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
      ...(postgres && { PGPORT: postgres.port }),
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/"trace_id":.*\nanswered\n$/)
    const { spans, logs } = receiver
    expect(spans.map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
      'CLIENT GET',
      ...(postgres ? ['CLIENT SELECT'] : []),
      'CLIENT shops.Stock/Count',
      'SERVER GET /shops/:shop/orders/:order',
      'SERVER shops.Stock/Count',
    ])
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1)
    expect(logs).toHaveLength(1)
    expect(logs[0]?.traceId).toBe(spans[0]?.traceId)
    const map = `${join(project.folder, file)}.map`
    expect(existsSync(map)).toBe(true)
    expect(JSON.parse(readFileSync(map, 'utf8')).mappings).not.toBe('')
  },
)
