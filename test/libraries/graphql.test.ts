import { join } from 'node:path'
import { useReceiver } from '../support/use-receiver'
import { type Format, paths, runApp } from './processes'

const { receiver, toReceiver } = useReceiver()
const NODE = Number.parseInt(process.versions.node, 10)
const scopes = () => receiver.spans.filter(({ scope }) => scope.name === '@heddle/instrumentation/graphql')

const KINDS: readonly [string, string, Format][] = [
  ['16', join(__dirname, 'graphql16'), 'commonjs'],
  ['16', join(__dirname, 'graphql16'), 'module'],
  ['17', __dirname, 'commonjs'],
  ['17', __dirname, 'module'],
]
// 17 does not support Node 20, where `require` of it loads ES modules that no hook sees.
const supported = KINDS.filter(([major, , format]) => NODE >= 22 || major === '16' || format === 'module')

describe.each(supported)('graphql %s', (_, cwd, format) => {
  const run = (name: string, env?: NodeJS.ProcessEnv) =>
    runApp('graphql.mjs', name, { format, packageName: 'graphql', cwd, env: toReceiver(env) })

  test(`as ${format}: an operation is one span, around its resolvers, without the document`, async () => {
    expect(await run('graphql')).toEqual({ data: { cat: 'secret' } })
    expect(paths(receiver.spans)).toEqual(['request', 'request > query Cats', 'request > query Cats > resolver secret'])
    expect(scopes()).toMatchObject([
      {
        kind: 'INTERNAL',
        status: { code: 'UNSET' },
        attributes: { 'graphql.operation.type': 'query', 'graphql.operation.name': 'Cats' },
      },
    ])
    expect(Object.keys(scopes()[0]!.attributes)).toHaveLength(2)
  })

  test(`as ${format}: executions at the same time have their own resolvers`, async () => {
    expect(await run('concurrent')).toEqual([{ data: { slow: 'a' } }, { data: { slow: 'b' } }])
    expect(paths(receiver.spans)).toEqual([
      'a',
      'a > query Slow',
      'a > query Slow > resolver a',
      'b',
      'b > query Slow',
      'b > query Slow > resolver b',
    ])
  })

  test.each([
    ['execute', { data: { feed: 'fed' } }, ['request', 'request > mutation Feed']],
    ['named', { data: { cat: 'b' } }, ['query B', 'query B > resolver b']],
    ['subscription', ['Tom', 'Felix'], ['request', 'request > subscription Cats']],
    ['suppressed', { data: { cat: 'Tom' } }, []],
  ])(`as ${format}: %s`, async (name, result, expected) => {
    expect(await run(name)).toEqual(result)
    expect(paths(receiver.spans)).toEqual(expected)
  })

  test(`as ${format}: what is executed at once is answered at once, and is one span`, async () => {
    expect(await run('sync')).toEqual({ data: { cat: 'Tom' }, isPromise: false })
    expect(paths(receiver.spans)).toEqual(['query', 'query', 'query > resolver Tom', 'query > resolver Tom'])
  })

  test(`as ${format}: an error of a resolver fails the span, and is no exception of it`, async () => {
    expect(await run('fails')).toMatchObject({ data: { fails: null }, errors: [{ message: 'no cat' }] })
    expect(scopes()).toMatchObject([
      { status: { code: 'ERROR', message: 'no cat' }, attributes: { 'error.type': 'TypeError' }, events: [] },
    ])
  })

  test(`as ${format}: what cannot be executed is answered as without us`, async () => {
    expect(await run('ambiguous')).toMatchObject({ errors: [{ message: expect.stringContaining('operation name') }] })
    expect(await run('throws')).toEqual(expect.stringMatching(/GraphQL schema|Expected undefined|getDirective/))
    expect(scopes()).toMatchObject([
      {
        name: 'GraphQL Operation',
        status: { code: 'ERROR' },
        attributes: { 'error.type': 'GraphQLError' },
        events: [],
      },
      { name: 'query', status: { code: 'ERROR' }, events: [{ name: 'exception' }] },
    ])
  })

  test(`as ${format}: nothing is traced of it when it is disabled`, async () => {
    expect(await run('graphql', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'graphql' })).toEqual({ data: { cat: 'secret' } })
    expect(paths(receiver.spans)).toEqual(['request', 'request > resolver secret'])
  })
})
