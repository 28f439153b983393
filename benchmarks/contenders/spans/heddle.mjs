// A span by the OpenTelemetry API, under Heddle.
import { createRequire } from 'node:module'
import * as api from '@opentelemetry/api'
import { offerSpans } from './work.mjs'

createRequire(`${process.env.BENCH_HEDDLE}/index.js`)('heddle').start()
offerSpans(api)
