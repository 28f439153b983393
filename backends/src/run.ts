import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Report = (line: string) => void

export interface RunOptions extends Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> {
  /** Each line that it prints on either stream, as it comes. */
  readonly onLine?: (line: string) => void
}

/** What a failed command has printed last is what explains it. */
const KEPT_LINES = 40

/**
 * Runs a command to its end and resolves with what it printed on stdout.
 *
 * @throws when it cannot be started, or ends with another code than 0; the message has its last lines.
 */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { onLine, ...spawnOptions } = options
  const child = spawn(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] })
  const last: string[] = []
  let stdout = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        onLine?.(line)
        if (last.push(line) > KEPT_LINES) last.shift()
      }
    })
  }
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${signal ?? `exit code ${code}`}\n${last.join('\n')}`)
  return stdout
}

/** Whether a command is there and answers. */
export async function answers(command: string, ...args: readonly string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  )
}
