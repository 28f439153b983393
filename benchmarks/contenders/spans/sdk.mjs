// The same span under the stock SDK.
import { startSdk } from '../sdk.mjs'
import { offerSpans } from './work.mjs'

await startSdk()
offerSpans()
