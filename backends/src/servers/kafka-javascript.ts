import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binFolder, workspaceFor } from '../cache'
import { cleanUp } from '../go-build'
import { type Report, run } from '../run'
import { kafkaJavascript } from '../versions'

/**
 * Confluent's client of Kafka, compiled: what its package would fetch is on no registry.
 *
 * @returns a folder whose `node_modules` has it, for this version of Node
 */
export async function buildKafkaJavascript(report: Report): Promise<string> {
  const folder = kafkaJavascriptFolder()
  if (existsSync(folder)) return folder
  report('kafka-javascript: compiling it with librdkafka, once; this takes minutes')
  const workspace = workspaceFor('kafka-javascript')
  mkdirSync(workspace, { recursive: true })
  try {
    writeFileSync(join(workspace, 'package.json'), '{"private":true}')
    const npm = (args: readonly string[], env = {}) =>
      run('npm', args, { cwd: workspace, env: { ...process.env, ...env } })
    await npm(['install', '--ignore-scripts', `${kafkaJavascript.packageName}@${kafkaJavascript.version}`])
    // With the machine's own libraries: the package's script fetches theirs from elsewhere. Two jobs
    // at once build in the wrong order.
    await npm(['rebuild', kafkaJavascript.packageName], { CKJS_LINKING: 'dynamic', JOBS: '1' })
    renameSync(workspace, folder)
  } finally {
    cleanUp(workspace)
  }
  return folder
}

export const kafkaJavascriptFolder = () =>
  join(binFolder(), `kafka-javascript-${kafkaJavascript.version}-${process.versions.modules}`)
