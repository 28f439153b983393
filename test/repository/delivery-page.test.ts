import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../..')

/** A page whose claims are held by the tests that its footnotes name. */
function read(file: string) {
  const page = readFileSync(join(ROOT, file), 'utf8')
  const notes = [...page.matchAll(/^\[\^([\w-]+)\]: `([^`]+)`: (.+)$/gm)].map(([, name, file, title]) => [
    name!,
    file!,
    title!,
  ])
  return { notes, body: page.slice(0, page.search(/^\[\^/m)) }
}

describe.each(['docs/delivery.md', 'docs/internals.md'])('%s', (file) => {
  const { notes, body } = read(file)

  test.each(notes)('the footnote %s names a test that is there: %s', (name, file, title) => {
    expect(body).toContain(`[^${name}]`)
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(title)
  })

  test('every footnote that is cited is there', () => {
    const cited = new Set([...body.matchAll(/\[\^([\w-]+)\]/g)].map(([, name]) => name))
    expect([...cited].sort()).toEqual(notes.map(([name]) => name).sort())
  })
})

test.each(['What happens when', 'The bounds', 'Sending again', 'Where it is kept', 'The ledger'])(
  'every row and every item of "%s" is backed by a test',
  (title) => {
    const section = read('docs/delivery.md')
      .body.split(/^## /m)
      .find((each) => each.startsWith(title))
    const promises = section?.match(/^(\| (?!when|what).*|- .*)$/gm) ?? []
    expect(promises.length).toBeGreaterThan(2)
    expect(promises.filter((promise) => !promise.includes('[^'))).toEqual([])
  },
)
