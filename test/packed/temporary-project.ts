import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withoutTelemetrySettings } from '../support/service'

const packs = join(__dirname, '..', '..', '.packs')

const packages = join(__dirname, '..', '..', 'packages')

interface Manifest {
  readonly name: string
  readonly private?: boolean
}

/** The manifest of the package in this folder of `packages/`. */
export const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(packages, folder, 'package.json'), 'utf8'))

/** The folders of the packages that are published. */
export const PUBLISHED = readdirSync(packages).filter((folder) => !manifestOf(folder).private)

/** The tarball of one of our packages, as `npm run pack` left it. */
export function tarball(name: string): string {
  const prefix = `${name.replace('@', '').replace('/', '-')}-`
  const file = readdirSync(packs).find((file) => file.startsWith(prefix) && /^\d/.test(file.slice(prefix.length)))
  if (file === undefined) throw new Error(`${name} has not been packed`)
  return join(packs, file)
}

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** An empty folder outside the repository, with a package.json. */
export class TemporaryProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'heddle-packed-'))

  constructor(manifest: object = {}) {
    this.write('package.json', JSON.stringify({ name: 'packed-shop', version: '3.2.1', private: true, ...manifest }))
  }

  write(file: string, text: string): void {
    const path = join(this.folder, file)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
  }

  /** Copies these from test/packed/fixtures. */
  copy(...files: readonly string[]): void {
    for (const file of files) cpSync(join(__dirname, 'fixtures', file), join(this.folder, file), { recursive: true })
  }

  /** Runs it to its end, with nothing on its stdin. */
  async run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
    const child = spawn(command, args, {
      cwd: this.folder,
      env: { ...quiet(), HEDDLE_SPOOL: 'false', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text
      })
    }
    const [status] = (await once(child, 'close')) as [number | null]
    return { status, ...output }
  }

  /** @throws when npm fails */
  async npmInstall(...packages: readonly string[]): Promise<Ran> {
    const ran = await this.run('npm', ['install', '--no-audit', '--no-fund', ...packages])
    if (ran.status !== 0) throw new Error(`npm install failed: ${ran.stderr}`)
    return ran
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** The environment without what npm says to the scripts that it runs. */
function quiet(): NodeJS.ProcessEnv {
  const env = withoutTelemetrySettings(process.env)
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(package|lifecycle|node|command)/.test(name)))
}

/** Where npm gets packages from; the others are told. */
export function registry(): string {
  return String(execFileSync('npm', ['config', 'get', 'registry'], { cwd: tmpdir() })).trim()
}
