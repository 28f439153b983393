/**
 * This package's version, the scope version of its spans. Read from package.json, which releases
 * rewrite.
 */
export const VERSION: string = (require('../package.json') as { version: string }).version
