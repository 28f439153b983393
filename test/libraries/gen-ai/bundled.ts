import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { esbuildPlugin } from 'heddle/bundler'
import { withoutTelemetrySettings } from '../../support/service'

/** Runs a case of an app as one minified file, which has the package in it. */
export async function runBundled(
  app: string,
  name: string,
  packageName: string,
  env: NodeJS.ProcessEnv,
): Promise<unknown> {
  const folder = mkdtempSync(join(__dirname, 'node_modules/.bundled-'))
  const outfile = join(folder, 'app.cjs')
  try {
    await build({
      stdin: {
        contents: `import * as loaded from '${packageName}'; import { run } from '../apps/${app}'; run(loaded, '${name}')`,
        resolveDir: __dirname,
      },
      bundle: true,
      minify: true,
      platform: 'node',
      outfile,
      plugins: [esbuildPlugin()],
      logLevel: 'error',
    })
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'heddle/register', outfile], {
      cwd: __dirname,
      timeout: 30_000,
      env: { ...withoutTelemetrySettings(process.env), HEDDLE_SPOOL: 'false', ...env },
    })
    if (stderr !== '') throw new Error(stderr)
    return JSON.parse(stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
