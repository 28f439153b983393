// Stock OpenTelemetry as its documentation sets it up: one preload, configured by the environment.
// Fastify's instrumentation comes from Fastify, as the metapackage no longer has one.
import { ownLine } from './stock-line.mjs'

ownLine.require('@opentelemetry/auto-instrumentations-node/register')
const { FastifyOtelInstrumentation } = ownLine.require('@fastify/otel')

new FastifyOtelInstrumentation({ registerOnInitialization: true })
