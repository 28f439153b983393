import { Reader } from './file/reader'
import { type FileSettings, translate } from './file/translation'
import { type Complain, treeOf } from './file/tree'
import type { Environment } from './reading/environment'

export type { FileSettings } from './file/translation'

const MAX_SAID = 50

/**
 * What a file of OpenTelemetry's declarative configuration says. A file of its own in the package,
 * for those who use it: the reader of YAML is large.
 */
export function readConfigFile(text: string, env: Environment, complain: Complain, warn: Complain): FileSettings {
  const errors = bounded(complain)
  const warnings = bounded(warn)
  const settings = translate(treeOf(text, env, errors.say), new Reader(errors.say, warnings.say))
  errors.end()
  warnings.end()
  return settings
}

/** The first of what is said, and how much more there is: a file of another kind is wrong in every line. */
function bounded(say: Complain): { readonly say: Complain; readonly end: () => void } {
  let said = 0
  return {
    say: (place, why) => {
      said++
      if (said <= MAX_SAID) say(place, why)
    },
    end: () => {
      if (said > MAX_SAID) say('', `${said - MAX_SAID} more like these`)
    },
  }
}
