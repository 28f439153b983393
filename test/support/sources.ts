/** A source without its block comments: docstrings show code, which is none. */
export const withoutBlockComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, '')
