export type * from './config/options'
export { HeddleConfigError } from './config/problems'
export type { Heddle, Ledger } from './heddle'
export { start } from './start'
