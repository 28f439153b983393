/** A file of a package, and what of its top level is asked for. */
export interface TopLevelFile {
  /** The name in the package's package.json. */
  readonly packageName: string
  /** Relative to the package's root, with slashes, such as `lib/client.js`. */
  readonly file: string
  /** Classes, functions and values that the file declares at its top level, exported or not. */
  readonly names?: readonly string[]
  /** Function declarations that are to be replaceable. */
  readonly functions?: readonly string[]
}

/** Where the text leaves what it hands over: a list until somebody receives it. */
export const HANDED_OVER = Symbol.for('heddle.top-level')

/** A file as it hands itself over: what it has declared, or its CommonJS module. */
export type HandedOver = readonly [
  packageName: string,
  file: string,
  version: string,
  topLevel: TopLevel | undefined,
  module?: HandedOverModule,
]

/** A CommonJS module: a value that is assigned to its `exports` replaces them. */
export interface HandedOverModule {
  exports: unknown
}

/**
 * What a file has declared. A name that it has not is `undefined`; a function is replaced, for the
 * file's own calls too, by assigning it.
 */
export type TopLevel = Record<string, unknown>

/**
 * The text that, at the end of a file, hands over what the file has declared. It parses nothing, moves
 * no line, and does nothing where nobody receives it. For bundlers, and for Node as it loads the file.
 *
 * @param version - of the package
 */
export function topLevelText({ packageName, file, names = [], functions = [] }: TopLevelFile, version: string): string {
  const members = [...names, ...functions].map(
    (name) => `get ${name}() { return typeof ${name} === 'undefined' ? undefined : ${name} }`,
  )
  for (const name of functions) members.push(`set ${name}(value) { ${name} = value }`)
  return pushing([packageName, file, version], `{ ${members.join(', ')} }`)
}

/**
 * The text that, at the end of a CommonJS file, hands over its module: for bundlers, in whose files
 * {@link onModuleCompiled} then finds the exports.
 *
 * @param version - of the package
 */
export function moduleText({ packageName, file }: TopLevelFile, version: string): string {
  return pushing([packageName, file, version], 'undefined, module')
}

function pushing(texts: readonly string[], rest: string): string {
  const place = `globalThis[Symbol.for(${JSON.stringify(HANDED_OVER.description)})]`
  return `\n;(${place} ??= []).push([${texts.map((text) => JSON.stringify(text)).join(', ')}, ${rest}]);`
}
