import { existsSync } from 'node:fs'
import Module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyWith } from '../package-copy'
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
let isRegistered = false

/**
 * Puts the text at the end of these ES modules when Node loads them. Only where the app has one of
 * the packages: a loader hook is paid for by every module. It stays for the life of the process, and
 * touches no other file.
 */
export function hookModules(files: readonly TopLevelFile[]): void {
  const folders = moduleFolders()
  const installed = files.filter(({ packageName }) => folders.some((folder) => existsSync(join(folder, packageName))))
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
  const wanted = hooked.filter(({ file }) => url.endsWith(`/${file}`))
  if (wanted.length === 0) return ''
  const filename = fileURLToPath(url)
  for (const each of wanted) {
    const copy = copyWith(filename, each.packageName, each.file)
    if (copy !== undefined) return topLevelText(each, copy.version)
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
  // A module of the same URL would be the same, with the files of the last call alone.
  const source = `${THREAD}\n// ${hooked.length}`
  register?.(`data:text/javascript,${encodeURIComponent(source)}`, { data })
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

/** Those above the app's main script, and above where it was started. */
function moduleFolders(): string[] {
  const from = new Set([process.argv[1] ?? '', join(process.cwd(), 'index.js')])
  const folders = new Set([...from].flatMap((file) => _nodeModulePaths?.(file) ?? []))
  return [...folders].filter((folder) => existsSync(folder))
}
