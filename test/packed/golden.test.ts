import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { differing, isKnown } from './golden/compare'
import { DIFFERENCES } from './golden/differences'
import { LINES, type Ran, runLine } from './golden/lines'
import { pageWith } from './golden/page'
import { RawReceiver } from './golden/raw-receiver'
import { TemporaryProject } from './temporary-project'

// The same script under stock 2.x, stock 3.x and Heddle: what each sends, field by field.

const ROOT = join(__dirname, '../..')
const PAGE = join(ROOT, 'docs/against-stock.md')

const known = Object.values(DIFFERENCES).flat()
const projects: TemporaryProject[] = []
let ran: Record<keyof typeof LINES, Ran>

beforeAll(async () => {
  const node = node24()
  const entries = Object.entries(LINES).map(async ([line, { preload, packages }]) => {
    const project = new TemporaryProject()
    projects.push(project)
    project.copy('golden')
    await project.npmInstall(...packages, '--ignore-scripts', '--prefer-offline')
    return [line, { project, preload }] as const
  })
  ran = {} as typeof ran
  // One after another: two at once would take the processor from each other.
  for (const [line, { project, preload }] of await Promise.all(entries)) {
    const receiver = new RawReceiver()
    try {
      ran[line as keyof typeof LINES] = await runLine(project, preload, node, receiver)
    } finally {
      receiver.close()
    }
  }
})
afterAll(() => {
  for (const project of projects) project.remove()
})

/** 3.x needs Node 22.15 or later; where npm has no Node 24 for the machine, the test's own has to do. */
function node24(): string {
  const hasBinaries = process.platform === 'linux' && process.arch === 'x64'
  if (process.versions.node.startsWith('24.') || !hasBinaries) return process.execPath
  const install = pathToFileURL(join(ROOT, 'scripts/node-line.mjs'))
  const script = `import { installNode } from '${install}'; console.log(installNode(24))`
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
  return said.trimEnd().split('\n').at(-1)!
}

const differences = () => differing(ran['stock 2.x'].fields, ran['stock 3.x'].fields, ran.Heddle.fields)

test('whatever differs is listed', () => {
  const unlisted = [...differences()].filter(
    ([place, values]) => !known.some((difference) => isKnown(difference, place, values)),
  )
  expect(unlisted).toEqual([])
})

test('whatever is listed differs', () => {
  const found = [...differences()]
  const gone = known
    .filter(({ mayNotShow }) => !mayNotShow)
    .flatMap((difference) => [difference.where].flat().map((where) => ({ ...difference, where })))
    .filter((difference) => !found.some(([place, values]) => isKnown(difference, place, values)))
  expect(gone).toEqual([])
})

test.each(Object.keys(LINES) as (keyof typeof LINES)[])('ids and times of %s are plausible', (line) => {
  expect(ran[line].implausible).toEqual([])
})

test('far more is the same', () => {
  const [two, three, heddle] = Object.values(ran).map(({ fields }) => fields)
  const same = [...heddle!].filter(([place, value]) => two!.get(place) === value && three!.get(place) === value)
  expect(same.length).toBeGreaterThan(2_000)
})

test('docs/against-stock.md shows the list: GOLDEN_PAGE=write writes it', () => {
  const page = readFileSync(PAGE, 'utf8')
  const expected = pageWith(page, DIFFERENCES)
  if (process.env['GOLDEN_PAGE'] === 'write') writeFileSync(PAGE, expected)
  else expect(page).toBe(expected)
})
