import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { withoutBlockComments } from '../support/sources'

const root = join(__dirname, '..', '..')
const SKIPPED = new Set(['node_modules', 'dist', '.cache', '.packs'])

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesBelow(path)
    return /\.[cm]?[jt]s$/.test(entry.name) ? [path] : []
  })
}

const withoutComments = (source: string) => withoutBlockComments(source).replace(/^\s*\/\/.*/gm, '')

const sources = new Map(
  ['packages', 'test', 'examples', 'benchmarks', 'backends', 'scripts']
    .flatMap((folder) => sourcesBelow(join(root, folder)))
    .filter((file) => file !== __filename)
    .map((file) => [file, withoutComments(readFileSync(file, 'utf8'))]),
)

/** How many files have a word in them. */
const files = new Map<string, number>()
for (const source of sources.values()) {
  for (const word of new Set(source.match(/[\w$]+/g))) files.set(word, (files.get(word) ?? 0) + 1)
}

const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) ([\w$]+)/gm

/** The compiler has to name these in the declared type of something else that is exported. */
const NAMED_BY_THE_COMPILER = ['packages/heddle/src/config/settings/limits.ts: ResolvedLimits']

test('every name that a file exports is used by another file', () => {
  const unused: string[] = []
  let seen = 0
  for (const [file, source] of sources) {
    if (!/^packages\/[\w-]+\/src\//.test(relative(root, file))) continue
    for (const [, name] of source.matchAll(EXPORT)) {
      seen++
      if (files.get(name!) === 1) unused.push(`${relative(root, file)}: ${name}`)
    }
  }
  expect(seen).toBeGreaterThan(500)
  expect(unused).toEqual(NAMED_BY_THE_COMPILER)
})
