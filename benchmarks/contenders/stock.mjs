// Stock OpenTelemetry as its documentation has it: one preload, configured by the environment. Fastify's own part comes from
// Fastify, as the metapackage no longer has one.
import '@opentelemetry/auto-instrumentations-node/register'
import { FastifyOtelInstrumentation } from '@fastify/otel'

new FastifyOtelInstrumentation({ registerOnInitialization: true })
