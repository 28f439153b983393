import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { appPackage } from './app-packages'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'heddle-app-packages-')))
const [, script] = process.argv
afterAll(() => {
  process.argv[1] = script!
  rmSync(folder, { recursive: true })
})

const write = (file: string, content: unknown) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
}
const install = (where: string, name: string) => {
  write(`${where}/node_modules/${name}/package.json`, { name, main: 'main.js' })
  write(`${where}/node_modules/${name}/main.js`, '')
}

/** A workspace with an app in it; `@set/all` brings `@set/brought` along, as pnpm links packages. */
beforeAll(() => {
  write('package.json', { devDependencies: { '@set/of-workspace': '1' } })
  write('apps/shop/package.json', { dependencies: { '@set/own': '1', '@set/all': '1', '@set/missing': '1' } })
  for (const name of ['@set/of-workspace', '@set/hoisted']) install('.', name)
  install('apps/shop', '@set/own')
  for (const name of ['@set/all', '@set/brought']) install('store', name)
  symlinkSync(join(folder, 'store/node_modules/@set/all'), join(folder, 'apps/shop/node_modules/@set/all'), 'dir')
  process.argv[1] = join(folder, 'apps/shop/dist/server.js')
})

test.each([
  ['@set/own', 'apps/shop/node_modules/@set/own/main.js'],
  ['@set/of-workspace', 'node_modules/@set/of-workspace/main.js'],
  ['@set/brought', 'store/node_modules/@set/brought/main.js'],
])('%s is one that the app has asked for', (name, file) => {
  expect(appPackage(name, '@set/all')).toBe(join(folder, file))
})

test.each(['@set/missing', '@set/hoisted', '@set/brought'])('%s is none', (name) => {
  expect(appPackage(name, '@set/none')).toBeUndefined()
})
