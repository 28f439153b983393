import { Console } from 'node:console'

let stderr: Console | undefined

/**
 * One line of Heddle's own on stderr. Through a Console of its own, for two reasons: it swallows the errors of a stderr
 * that somebody closed, which would otherwise end the app; and a bridged global `console` does not see it, which would
 * make every complaint about a broken pipeline one more record for that pipeline.
 */
export function say(line: string): void {
  stderr ??= new Console(process.stderr, process.stderr)
  stderr.error('%s', `[heddle] ${line}`)
}
