// `npm run pack`: writes one tarball for each published package into .packs/, as npm would publish
// it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const destination = fileURLToPath(new URL('.packs/', root))
rmSync(destination, { recursive: true, force: true })
mkdirSync(destination)

const manifestOf = (name) => JSON.parse(readFileSync(new URL(`packages/${name}/package.json`, root), 'utf8'))
const packages = readdirSync(new URL('packages/', root))
  .filter((name) => !manifestOf(name).private)
  .map((name) => fileURLToPath(new URL(`packages/${name}`, root)))
const output = execFileSync('npm', ['pack', '--json', '--pack-destination', destination, ...packages], {
  cwd: root,
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const packed = Object.values(JSON.parse(output))
for (const { name, filename, files, unpackedSize } of packed) {
  console.log(`${filename}  ${name}  ${files.length} files  ${Math.round(unpackedSize / 1024)} KiB`)
  if (!files.some(({ path }) => path === 'dist/index.js')) throw new Error(`${name} was packed without its build`)
}
const { version } = manifestOf('heddle')
console.log(`heddle ${version}: ${packed.length} packages in .packs/`)
