import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { binFolder, workspaceFor } from '../cache'
import { cleanUp } from '../go-build'
import { type Report, run } from '../run'
import { moto } from '../versions'

/** A stand-in for AWS with everything that it needs, from PyPI. @returns the folder of its modules */
export async function installMoto(report: Report): Promise<string> {
  const modules = motoModules()
  if (existsSync(modules)) return modules
  report('moto: installing it from PyPI, once')
  const workspace = workspaceFor('moto')
  mkdirSync(workspace, { recursive: true })
  try {
    const target = join(workspace, 'modules')
    await run('python3', ['-m', 'pip', 'install', '--quiet', '--no-input', '--target', target, ...moto.packages])
    renameSync(target, modules)
  } finally {
    cleanUp(workspace)
  }
  return modules
}

export const motoModules = () => join(binFolder(), `moto-${moto.version}`)
