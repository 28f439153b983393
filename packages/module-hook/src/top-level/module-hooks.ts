import { existsSync } from 'node:fs'
import Module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyAt } from '../package-copy'
import { type TopLevelFile, topLevelText } from './text'

type Loaded = { readonly format?: string | null; readonly source?: string | Buffer | ArrayBuffer }
type Load = (url: string, context: object, next: (url: string, context: object) => Loaded) => Loaded

const { registerHooks, register, _nodeModulePaths } = Module as unknown as {
  /** Node 22.15 and later. */
  registerHooks?(hooks: { load: Load }): unknown
  register?(url: string, options: { readonly data: unknown }): void
  _nodeModulePaths?(directory: string): string[]
}
const VERSION = 'version-of-the-package'
const hooked: TopLevelFile[] = []
const places = new Map<string, readonly string[]>()
let isRegistered = false

/**
 * Puts the text at the end of these ES modules when Node loads them. Only where the app has one of
 * the packages: a loader hook is paid for by every module. It stays for the life of the process, and
 * touches no other file.
 */
export function hookModules(files: readonly TopLevelFile[]): void {
  const installed = files.filter(isInstalled)
  if (installed.length === 0) return
  hooked.push(...installed)
  if (registerHooks === undefined) {
    if (!requiresPreload()) registerInThread(installed)
  } else if (!isRegistered) registerHooks({ load })
  isRegistered = true
}

const load: Load = (url, context, next) => {
  const loaded = next(url, context)
  if (loaded.format !== 'module' || !url.startsWith('file:')) return loaded
  const text = textFor(url)
  return text === '' ? loaded : { ...loaded, source: sourceOf(loaded) + text }
}

function textFor(url: string): string {
  for (const each of hooked) {
    if (!url.endsWith(`/${each.file}`)) continue
    const copy = copyAt(fileURLToPath(url.slice(0, -each.file.length - 1)))
    if (copy?.name === each.packageName) return topLevelText(each, copy.version)
  }
  return ''
}

function sourceOf({ source }: Loaded): string {
  return typeof source === 'string' ? source : Buffer.from(source as ArrayBuffer).toString()
}

/** What `--require` preloads would run once more in the thread of the hooks: Heddle, started twice. */
function requiresPreload(): boolean {
  const flags = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(' ')]
  return flags.some((flag) => /^(?:-r|--require)(?:=|$)/.test(flag))
}

/** Node 20 has its hooks in a thread of their own, where none of our code runs. */
function registerInThread(files: readonly TopLevelFile[]): void {
  const data = files.map((each) => ({
    packageName: each.packageName,
    suffix: `/${each.file}`,
    text: topLevelText(each, VERSION),
  }))
  register?.(`data:text/javascript,${encodeURIComponent(THREAD)}`, { data })
}

const THREAD = `
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
let files = []
export function initialize(data) { files = data }
export async function load(url, context, next) {
  const loaded = await next(url, context)
  if (loaded.format !== 'module') return loaded
  for (const { packageName, suffix, text } of files) {
    if (!url.endsWith(suffix)) continue
    try {
      const manifest = readFileSync(fileURLToPath(url.slice(0, -suffix.length) + '/package.json'), 'utf8')
      const { name, version } = JSON.parse(manifest)
      if (name !== packageName) continue
      const source = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source).toString()
      return { ...loaded, source: source + text.replace('${VERSION}', version) }
    } catch {}
  }
  return loaded
}`

/** The same file is CommonJS in an older version of some packages. */
function isInstalled({ packageName, file }: TopLevelFile): boolean {
  return placesOf(packageName).some((dir) => file.endsWith('.mjs') || copyAt(dir)?.type === 'module')
}

/** Above the app's main script, or above where it was started. */
function placesOf(packageName: string): readonly string[] {
  const known = places.get(packageName)
  if (known !== undefined) return known
  const from = [process.argv[1] ?? '', join(process.cwd(), 'index.js')]
  const folders = new Set(from.flatMap((file) => _nodeModulePaths?.(file) ?? []))
  const found = [...folders].map((folder) => join(folder, packageName)).filter((dir) => existsSync(dir))
  places.set(packageName, found)
  return found
}
