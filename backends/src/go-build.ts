import { chmodSync, cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, run } from './run'
import { collectorBuilder, collectorManifest } from './versions'

// A cache inside a repository must not get that repository's commit stamped into the binaries.
const BUILD_FLAGS = ['-buildvcs=false', '-trimpath', '-ldflags=-s -w']
const SECONDS_BETWEEN_REPORTS = 15

export interface GoProgram {
  readonly module: string
  readonly version: string
  /** The folder of the main package, in the module. */
  readonly main: string
  /** Build tags. @default none */
  readonly tags?: readonly string[]
  /** What the module leaves to its authors' build to write, by path. @default nothing */
  readonly files?: Readonly<Record<string, string>>
}

/** A folder to work in, deleted by the caller, and the file that the finished binary becomes. */
export interface Destination {
  readonly workspace: string
  readonly binary: string
}

/**
 * Builds a program as its authors do: in its own module, with its own go.mod, replacements and
 * checksums. `go install` refuses modules with replacements, and a module that requires it would
 * resolve other versions.
 */
export async function buildProgram(program: GoProgram, { workspace, binary }: Destination, report: Report) {
  mkdirSync(workspace, { recursive: true })
  const version = `${program.module}@${program.version}`
  const downloaded = await run('go', ['mod', 'download', '-json', version], { cwd: workspace })
  const source = join(workspace, 'source')
  // The module cache is read-only, and go writes into the folder that it builds in.
  cpSync((JSON.parse(downloaded) as { readonly Dir: string }).Dir, source, { recursive: true })
  makeWritable(source)
  for (const [path, content] of Object.entries(program.files ?? {})) writeFileSync(join(source, path), content)
  await compile(source, program.main, binary, report, program.tags)
}

/** Builds a collector of the components in versions.ts. */
export async function buildCollector({ workspace, binary }: Destination, report: Report) {
  mkdirSync(workspace, { recursive: true })
  const bin = join(workspace, 'bin')
  const source = join(workspace, 'source')
  const manifest = join(workspace, 'builder.yaml')
  // JSON is YAML.
  writeFileSync(
    manifest,
    JSON.stringify({ ...collectorManifest, dist: { ...collectorManifest.dist, output_path: source } }),
  )
  await run('go', ['install', `${collectorBuilder.module}@${collectorBuilder.version}`], {
    cwd: workspace,
    env: { ...process.env, GOBIN: bin },
  })
  await run(join(bin, 'builder'), ['--config', manifest, '--skip-compilation'], { cwd: workspace })
  await compile(source, '.', binary, report)
}

async function compile(source: string, main: string, binary: string, report: Report, tags: readonly string[] = []) {
  const begin = Date.now()
  const counts = { downloaded: 0, compiled: 0 }
  const ticking = setInterval(() => {
    const seconds = Math.round((Date.now() - begin) / 1000)
    report(`${seconds} s: ${counts.downloaded} modules fetched, ${counts.compiled} packages compiled`)
  }, SECONDS_BETWEEN_REPORTS * 1000)
  const built = join(source, '..', 'built')
  try {
    await run('go', ['build', '-v', ...BUILD_FLAGS, `-tags=${tags.join(',')}`, '-o', built, main], {
      cwd: source,
      onLine: (line) => {
        counts[line.startsWith('go: downloading') ? 'downloaded' : 'compiled'] += 1
      },
    })
  } finally {
    clearInterval(ticking)
  }
  renameSync(built, binary)
}

function makeWritable(folder: string) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) makeWritable(path)
    else if (entry.isFile()) chmodSync(path, 0o644)
  }
}

/** Leaves nothing of a build behind, whether it went well or not. */
export function cleanUp(workspace: string) {
  rmSync(workspace, { recursive: true, force: true })
}
