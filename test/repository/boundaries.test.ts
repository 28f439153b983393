import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { LIBRARIES } from '@heddle/instrumentation/libraries'
import { withoutBlockComments } from '../support/sources'

const packages = join(__dirname, '../..', 'packages')
const names = readdirSync(packages)

type Kind = 'dependencies' | 'peerDependencies' | 'devDependencies'
type Manifest = { readonly name: string; readonly private?: boolean } & {
  readonly [kind in Kind]?: Record<string, string>
}

const manifestOf = (name: string) => JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')) as Manifest

const declared = (name: string, kinds: readonly Kind[]): readonly string[] =>
  kinds.flatMap((kind) => Object.keys(manifestOf(name)[kind] ?? {}))

const INSTALLED: readonly Kind[] = ['dependencies', 'peerDependencies']

/** What rooms may stand on. Each has a page in docs/decisions. */
const LEAVES = ['module-hook']

/** The files that the hub is published as. */
const BUILT = ['register.js', 'index.js', 'stock-exporters.js', 'config-file.js', 'bundler.js']

const sourcesOf = (name: string): readonly string[] =>
  readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?[jt]s$/.test(file) && !file.endsWith('.test.ts') && !file.includes('fixtures'))
    .map((file) => join(packages, name, 'src', file))

// `import … from 'x'`, `import 'x'`, `import('x')` and `require("x")`, but not `Buffer.from('x')`.
const IMPORT = /(?:\b(?:from|import)\s+|\b(?:import|require)\s*\(\s*)['"]([@\w./:-]+)['"]/g

const importsOf = (file: string): readonly string[] =>
  [...withoutBlockComments(readFileSync(file, 'utf8')).matchAll(IMPORT)].map((match) => match[1]!)

/** The names of the other packages among the imports. */
const packagesOf = (imports: readonly string[]): readonly string[] =>
  imports
    .filter((path) => !path.startsWith('.') && !isBuiltin(path))
    .map((path) =>
      path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/'),
    )

/** A file of declarations and those that it leads to, which are what a user's compiler reads. */
function declarationsFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const path of importsOf(file)) {
    if (path.startsWith('.')) declarationsFrom(join(dirname(file), `${path}.d.ts`), seen)
  }
  return seen
}

describe('the rooms of the house', () => {
  test.each(names.filter((name) => name !== 'heddle'))(
    '%s knows OpenTelemetry and the leaves, and none of the other rooms',
    (name) => {
      const sources = sourcesOf(name)
      expect(sources.length).toBeGreaterThan(0)
      const standsOn = LEAVES.includes(name) ? [] : LEAVES.map((leaf) => `@heddle/${leaf}`)
      const isOther = (path: string) => /^(@heddle\/|heddle(\/|$))/.test(path) && !standsOn.includes(path)
      expect(sources.flatMap((file) => importsOf(file).filter(isOther))).toEqual([])
      expect(Object.keys(manifestOf(name).dependencies ?? {}).filter(isOther)).toEqual([])
    },
  )

  test('the hub knows every room but the receiver, which is the other end', () => {
    const known = declared('heddle', ['dependencies', 'devDependencies']).filter(
      (name) => name.startsWith('@heddle/') && name !== '@heddle/receiver',
    )
    const rooms = names.filter((name) => name !== 'heddle' && name !== 'receiver').map((name) => `@heddle/${name}`)
    expect(known.sort()).toEqual(rooms.sort())
  })

  test('every import is a dependency that is declared', () => {
    for (const name of names) {
      // What the hub bundles, and what is bundled in it, is there when it is built; nobody has to
      // install it.
      const isBundled = name === 'heddle' || manifestOf(name).private === true
      const known = declared(name, isBundled ? [...INSTALLED, 'devDependencies'] : INSTALLED)
      const undeclared = packagesOf(sourcesOf(name).flatMap(importsOf)).filter((path) => !known.includes(path))
      expect({ name, undeclared }).toEqual({ name, undeclared: [] })
    }
  })

  test('there is no room for what belongs nowhere', () => {
    expect(names.filter((name) => /^(core|common|utils|helpers|shared)$/.test(name))).toEqual([])
  })

  test('what the built hub loads, and what its types speak of, is installed with it', () => {
    const dist = join(packages, 'heddle', 'dist')
    const loaded = packagesOf(BUILT.flatMap((file) => importsOf(join(dist, file))))
    expect(loaded).toEqual(expect.arrayContaining(['@opentelemetry/api']))
    const types = join(dist, 'types')
    const shown = packagesOf(
      ['index.d.ts', 'register.d.ts', 'bundler.d.ts']
        .flatMap((file) => [...declarationsFrom(join(types, file))])
        .flatMap(importsOf),
    )
    expect(shown).toEqual(expect.arrayContaining(['@opentelemetry/api', '@opentelemetry/api-logs']))
    const known = declared('heddle', INSTALLED)
    expect([...loaded, ...shown].filter((path) => !known.includes(path))).toEqual([])
    expect(known).toEqual(['@opentelemetry/api-logs', '@opentelemetry/api'])
  })

  test('no package asks for a part of OpenTelemetry that decides on the version of the app’s API', () => {
    for (const name of names) {
      const { dependencies = {}, peerDependencies = {} } = manifestOf(name)
      const narrow = Object.keys({ ...dependencies, ...peerDependencies }).filter((path) => {
        if (path === '@opentelemetry/api' || !path.startsWith('@opentelemetry/')) return false
        const { peerDependencies: peers } = JSON.parse(
          readFileSync(join(__dirname, '../..', 'node_modules', path, 'package.json'), 'utf8'),
        ) as Manifest
        return peers?.['@opentelemetry/api'] !== undefined
      })
      expect({ name, narrow }).toEqual({ name, narrow: [] })
      if (name !== 'receiver') expect(peerDependencies).toEqual({ '@opentelemetry/api': '>=1.9.0 <2' })
    }
  })

  test('each file of the built hub that another one loads is published', () => {
    const folder = join(packages, 'heddle')
    const { files } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { files: readonly string[] }
    const loaded = BUILT.flatMap((file) => importsOf(join(folder, 'dist', file))).filter((path) =>
      path.startsWith('./'),
    )
    const ofLibraries = Object.keys(LIBRARIES).map((name) => `./traced/${name}`)
    expect(new Set(loaded)).toEqual(new Set(['./config-file', './index', './stock-exporters', ...ofLibraries]))
    const isPublished = (path: string) => files.some((each) => path === each || path.startsWith(`${each}/`))
    expect(loaded.map((path) => join('dist', `${path}.js`)).filter((path) => !isPublished(path))).toEqual([])
    expect(readdirSync(join(folder, 'dist/traced')).sort()).toEqual(
      Object.keys(LIBRARIES)
        .map((name) => `${name}.js`)
        .sort(),
    )
  })
})

describe('inside each room', () => {
  const shown = (file: string) => relative(packages, file).replaceAll('\\', '/')

  test.each(names)('%s has no import circle', (name) => {
    const files = sourcesOf(name)
    const imported = new Map(files.map((file) => [file, importedFiles(file)]))
    // Whatever leads nowhere but out of the room is taken away until nothing more can be: what
    // stays goes round.
    for (let before = -1; before !== imported.size; ) {
      before = imported.size
      for (const [file, paths] of imported) if (!paths.some((path) => imported.has(path))) imported.delete(file)
    }
    expect([...imported.keys()].map(shown)).toEqual([])
  })

  test.each(names)('%s keeps at most twelve files in a folder', (name) => {
    const counts = new Map<string, number>()
    for (const file of sourcesOf(name)) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > 12).map(([folder]) => shown(folder))).toEqual([])
  })

  test('no file is longer than 250 lines', () => {
    const long = names
      .flatMap(sourcesOf)
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 251)
      .map(shown)
    expect(long).toEqual([])
  })
})

/** The files of the same room that a file imports, for their types alone included. */
function importedFiles(file: string): readonly string[] {
  return importsOf(file)
    .filter((path) => path.startsWith('.'))
    .flatMap((path) => [join(dirname(file), `${path}.ts`), join(dirname(file), path, 'index.ts')])
    .filter((path) => existsSync(path))
}
