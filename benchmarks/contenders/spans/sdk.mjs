// The same span under the stock SDK.
import { startSdk } from '../sdk.mjs'
import { ownLine } from '../stock-line.mjs'
import { offerSpans } from './work.mjs'

startSdk()
offerSpans(ownLine.require('@opentelemetry/api'))
