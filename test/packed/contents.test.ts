import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LIBRARIES } from '@heddle/instrumentation/libraries'
import { manifestOf, PUBLISHED, tarball } from './temporary-project'

const packages = join(__dirname, '..', '..', 'packages')
const nameOf = (folder: string) => manifestOf(folder).name
const filesOf = (name: string) =>
  String(execFileSync('tar', ['-tzf', tarball(name)]))
    .trim()
    .split('\n')
    .map((file) => file.replace(/^package\//, ''))

const DOCUMENTS = ['LICENSE', 'README.md', 'package.json']

test.each(PUBLISHED.filter((folder) => folder !== 'heddle'))(
  'the tarball of %s holds what its sources were compiled to, and nothing else',
  (folder) => {
    const files = filesOf(nameOf(folder))
    expect(files).toEqual(expect.arrayContaining([...DOCUMENTS, 'dist/index.js', 'dist/index.d.ts']))
    const odd = files.filter((file) => {
      const source = /^dist\/(.+?)(?:\.d\.ts|\.js)$/.exec(file)?.[1]
      return source === undefined
        ? !DOCUMENTS.includes(file)
        : !existsSync(join(packages, folder, 'src', `${source}.ts`))
    })
    expect(odd).toEqual([])
  },
)

test('the tarball of heddle holds its bundle, a file of declarations for each entry and the licences of what is in the bundle', () => {
  expect([...filesOf('heddle')].sort()).toEqual(
    [
      ...DOCUMENTS,
      'dist/THIRD_PARTY_LICENSES',
      ...Object.keys(LIBRARIES).map((name) => `dist/traced/${name}.js`),
      ...['index', 'stock-exporters', 'config-file', 'register', 'bundler'].map((file) => `dist/${file}.js`),
      ...['index', 'register', 'bundler'].map((file) => `dist/types/${file}.d.ts`),
    ].sort(),
  )
})

test('the declarations of heddle name none of its packages and nothing private', () => {
  const text = execFileSync('tar', ['-xzOf', tarball('heddle'), 'package/dist/types/index.d.ts'], { encoding: 'utf8' })
  expect(text.match(/from ['"]@heddle.*|import\(.*|^ +private .*|^ *#.*|^\/\/.*/gm)).toBeNull()
  expect(text.match(/^declare class \w+/gm)).toEqual([
    'declare class HeddleConfigError',
    'declare class HeddleRegistrationError',
  ])
  expect(text).toMatch(/^declare function start\(options\?: HeddleOptions\): Heddle;$/m)
})

test('no file names a source map, since none is published', () => {
  for (const folder of PUBLISHED) {
    const archive = tarball(nameOf(folder))
    const text = execFileSync('tar', ['-xzOf', archive], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    expect({ folder, maps: text.match(/^\/\/# sourceMappingURL=(?!data:).*/gm) }).toEqual({ folder, maps: null })
  }
})

test('what heddle bundles under another licence than its own is passed on with its text', () => {
  const licences = execFileSync('tar', ['-xzOf', tarball('heddle'), 'package/dist/THIRD_PARTY_LICENSES'], {
    encoding: 'utf8',
  })
  const others = [...licences.matchAll(/^ {2}(\S+) (\S+), (?!Apache-2\.0)(\S+), /gm)]
  for (const [, name, version] of others) {
    expect(licences).toMatch(
      new RegExp(`^${name} ${version}\n\n.*Copyright.*Permission (?:is hereby granted|to use)`, 'ms'),
    )
  }
  expect(licences).toContain('@opentelemetry/api ')
})
