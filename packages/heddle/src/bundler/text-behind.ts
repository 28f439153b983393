import { copyAt, moduleText, type TopLevelFile, topLevelText } from '@heddle/module-hook'
import { DECLARING_FILES, EXPORTING_FILES } from './files'

const ALL = [...DECLARING_FILES, ...EXPORTING_FILES]
const lastParts = [...new Set(ALL.map(({ file }) => file.slice(file.lastIndexOf('/') + 1)))]

/** The paths that may be those of a file of a library. */
export const MAYBE_LIBRARY = new RegExp(`[\\\\/](?:${lastParts.join('|').replaceAll('.', '\\.')})$`)

/** What a file hands over by stands behind its last line. Empty for a file of no library. */
export function textBehind(path: string, source: string): string {
  if (!MAYBE_LIBRARY.test(path)) return ''
  const slashed = path.replaceAll('\\', '/')
  const texts = (files: readonly TopLevelFile[], textOf: typeof topLevelText) =>
    files.map((each) => {
      if (!slashed.endsWith(`/${each.file}`)) return ''
      const copy = copyAt(path.slice(0, -each.file.length - 1))
      return copy?.name === each.packageName ? textOf(each, copy.version) : ''
    })
  // An ES module, which a later version may have in its place, has no `module`.
  const exporting = /\bexports\b/.test(source) ? texts(EXPORTING_FILES, moduleText) : []
  return [...texts(DECLARING_FILES, topLevelText), ...exporting].join('')
}
