import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const packages = join(__dirname, '..', 'packages')
const names = readdirSync(packages)

interface Manifest {
  readonly name: string
  readonly dependencies?: Record<string, string>
}

const manifestOf = (name: string) => JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')) as Manifest

const sourcesOf = (name: string): readonly string[] =>
  readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?[jt]s$/.test(file) && !file.endsWith('.test.ts') && !file.includes('fixtures'))
    .map((file) => join(packages, name, 'src', file))

// `import … from 'x'`, `import 'x'`, `import('x')` and `require('x')`, but not `Buffer.from('x')`.
const IMPORT = /(?:\b(?:from|import)\s+|\b(?:import|require)\s*\(\s*)'([@\w./:-]+)'/g

const importsOf = (file: string): readonly string[] =>
  [...withoutComments(readFileSync(file, 'utf8')).matchAll(IMPORT)].map((match) => match[1]!)

// Docstrings show how to use other packages; that is no import.
const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, '')

describe('the rooms of the house', () => {
  test.each(names.filter((name) => name !== 'heddle'))(
    '%s knows OpenTelemetry, and none of the other rooms',
    (name) => {
      const sources = sourcesOf(name)
      expect(sources.length).toBeGreaterThan(0)
      const others = sources.flatMap((file) => importsOf(file).filter((path) => /^(@heddle\/|heddle(\/|$))/.test(path)))
      expect(others).toEqual([])
      expect(
        Object.keys(manifestOf(name).dependencies ?? {}).filter((dependency) => /heddle/.test(dependency)),
      ).toEqual([])
    },
  )

  test('the hub knows every room but the receiver, which is the other end', () => {
    const known = Object.keys(manifestOf('heddle').dependencies ?? {}).filter((name) => name.startsWith('@heddle/'))
    const rooms = names.filter((name) => name !== 'heddle' && name !== 'receiver').map((name) => `@heddle/${name}`)
    expect(known.sort()).toEqual(rooms.sort())
  })

  test('every import is a dependency that is declared', () => {
    for (const name of names) {
      const manifest = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')) as Record<string, object>
      const declared = Object.keys({ ...manifest['dependencies'], ...manifest['peerDependencies'] })
      const imported = sourcesOf(name)
        .flatMap(importsOf)
        .filter((path) => !path.startsWith('.') && !path.startsWith('node:'))
        .map((path) =>
          path
            .split('/')
            .slice(0, path.startsWith('@') ? 2 : 1)
            .join('/'),
        )
      expect({ name, undeclared: imported.filter((path) => !declared.includes(path)) }).toEqual({
        name,
        undeclared: [],
      })
    }
  })

  test('there is no room for what belongs nowhere', () => {
    expect(names.filter((name) => /^(core|common|utils|helpers|shared)$/.test(name))).toEqual([])
  })

  test('both rooms that hook CommonJS files hold the same hook, because neither may import the other', () => {
    const [bridge, instrumentation] = ['log-bridge', 'instrumentation'].map((name) =>
      readFileSync(join(packages, name, 'src', 'module-hook.ts'), 'utf8'),
    )
    expect(instrumentation).toBe(bridge)
  })
})
