import { SETTINGS } from './options'
import { variablesOf } from './reading/setting'

/**
 * Every variable that Heddle reads, as the settings list them, with the handling of a wrong value.
 */
export const VARIABLES = variablesOf(SETTINGS)
