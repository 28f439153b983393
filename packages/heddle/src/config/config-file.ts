import { Reader } from './file/reader'
import { type FileSettings, translate } from './file/translation'
import { treeOf } from './file/tree'
import type { Environment } from './reading/environment'

export type { FileSettings } from './file/translation'

/**
 * What a file of OpenTelemetry's declarative configuration says. A file of its own in the package,
 * for those who use it: the reader of YAML is large.
 */
export function readConfigFile(
  text: string,
  env: Environment,
  complain: (place: string, why: string) => void,
  warn: (place: string, why: string) => void,
): FileSettings {
  const reader = new Reader(complain, warn)
  return translate(treeOf(text, env, complain), reader)
}
