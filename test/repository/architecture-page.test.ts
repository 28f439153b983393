import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
const packages = readdirSync(join(ROOT, 'packages'))
const files = packages.flatMap((name) =>
  readdirSync(join(ROOT, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' }).map((file) =>
    `/${name}/src/${file}`.replaceAll('\\', '/'),
  ),
)
const named = [...new Set([...page.matchAll(/`([\w./-]+\.ts)`/g)].map(([, file]) => file!))]

test.each(named)('the map names a file that is there: %s', (file) => {
  expect(existsSync(join(ROOT, file)) || files.some((path) => path.endsWith(`/${file}`))).toBe(true)
})

test('the map has every package', () => {
  expect(packages.filter((name) => !page.includes(`\n| \`${name}\` |`))).toEqual([])
})
