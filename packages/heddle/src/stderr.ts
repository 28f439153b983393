import { writeSync } from 'node:fs'

const STDERR = 2

/**
 * One line of Heddle's own on stderr. To the descriptor itself, for two reasons: an error of the stream, such as that of
 * a pipe which nobody reads any more, would end the app; and a bridged `console` does not see it, which would make every
 * complaint about a broken pipeline one more record for that pipeline.
 */
export function say(line: string): void {
  try {
    writeSync(STDERR, `[heddle] ${line}\n`)
  } catch {
    // Closed, or full: there is nobody to tell.
  }
}
