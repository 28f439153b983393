/**
 * This package's version, as instrumentations report it. Read from package.json, which releases
 * rewrite.
 */
export const VERSION: string = (require('../package.json') as { version: string }).version
