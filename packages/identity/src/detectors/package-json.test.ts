import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { packageAttributes } from './package-json'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'identity-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, contents: unknown) {
  const file = join(root, path, 'package.json')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    typeof contents === 'string' || contents instanceof Uint8Array ? contents : JSON.stringify(contents),
  )
}

test('the nearest package with a name is taken, scope and all', () => {
  write('.', { name: 'monorepo', version: '0.0.0' })
  write('packages/orders', { name: '@shop/orders', version: '2.1.0' })
  write('packages/orders/dist', { type: 'module' })
  expect(packageAttributes(join(root, 'packages/orders/dist/server.js'))).toEqual({
    'service.name': '@shop/orders',
    'service.version': '2.1.0',
  })
})

test.each<[string, unknown]>([
  ['broken JSON', '{ "name": "x"'],
  ['no object', '"name"'],
  ['null', 'null'],
  ['a name that is no string', { name: { toString: 'x' } }],
  ['a blank name', { name: ' ' }],
  ['a name too long to be one', { name: 'x'.repeat(5000) }],
  ['a file too large to be one', `{"name":"large","padding":"${'x'.repeat(1_100_000)}"}`],
])('%s is passed over', (_, contents) => {
  write('.', { name: 'above' })
  write('app', contents)
  expect(packageAttributes(join(root, 'app/server.js'))).toEqual({ 'service.name': 'above' })
})

test('a byte order mark does not matter', () => {
  write('app', `\ufeff${JSON.stringify({ name: 'orders' })}`)
  expect(packageAttributes(join(root, 'app/server.js'))).toEqual({ 'service.name': 'orders' })
})

test('a service started through a tool in node_modules is named after the app', () => {
  write('.', { name: 'orders' })
  write('node_modules/next', { name: 'next' })
  expect(packageAttributes(join(root, 'node_modules/next/dist/bin/next'))).toEqual({ 'service.name': 'orders' })
  expect(packageAttributes(join(root, 'node_modules/.bin/next'))).toEqual({ 'service.name': 'orders' })
})

test('a service that is itself installed in node_modules is named after its package', () => {
  write('lib/node_modules/orders', { name: 'orders' })
  expect(packageAttributes(join(root, 'lib/node_modules/orders/bin.js'))).toEqual({ 'service.name': 'orders' })
})

test('a directory or a named pipe in the place of package.json is passed over', () => {
  write('.', { name: 'above' })
  mkdirSync(join(root, 'a/package.json'), { recursive: true })
  expect(packageAttributes(join(root, 'a/server.js'))).toEqual({ 'service.name': 'above' })
  mkdirSync(join(root, 'b'))
  execFileSync('mkfifo', [join(root, 'b/package.json')])
  expect(packageAttributes(join(root, 'b/server.js'))).toEqual({ 'service.name': 'above' })
})

test('an entry point that does not exist, or is no path at all, names nothing', () => {
  expect(packageAttributes('/nowhere/at/all/server.js')).toEqual({})
  expect(packageAttributes('/\0/server.js')).toEqual({})
})

test('no contents of a package.json can throw, or give anything but strings', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 64 }), fc.json(), fc.record({ name: fc.anything(), version: fc.anything() })),
      (contents) => {
        write('app', contents instanceof Uint8Array || typeof contents === 'string' ? contents : safeJson(contents))
        expect(Object.values(packageAttributes(join(root, 'app/server.js'))).every((v) => typeof v === 'string')).toBe(
          true,
        )
      },
    ),
    { numRuns: 50 },
  )
})

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '{'
  }
}
