import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { esbuildPlugin } from 'heddle/bundler'
import { withoutTelemetrySettings } from '../support/service'

/** Runs the code as one minified file, which has the packages of the folder in it. */
export async function runBundled(contents: string, resolveDir: string, env: NodeJS.ProcessEnv): Promise<unknown> {
  const folder = mkdtempSync(join(resolveDir, 'node_modules/.bundled-'))
  const outfile = join(folder, 'app.cjs')
  try {
    await build({
      stdin: { contents, resolveDir },
      bundle: true,
      minify: true,
      platform: 'node',
      outfile,
      plugins: [esbuildPlugin()],
      logLevel: 'error',
      logOverride: { 'empty-import-meta': 'silent' },
    })
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'heddle/register', outfile], {
      cwd: resolveDir,
      timeout: 30_000,
      env: { ...withoutTelemetrySettings(process.env), HEDDLE_SPOOL: 'false', ...env },
    })
    if (stderr !== '') throw new Error(stderr)
    return JSON.parse(stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
