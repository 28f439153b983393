// Stock OpenTelemetry as its documentation sets it up: one preload, configured by the environment.
// Fastify's instrumentation comes from Fastify, as the metapackage no longer has one.
import '@opentelemetry/auto-instrumentations-node/register'
import { FastifyOtelInstrumentation } from '@fastify/otel'

new FastifyOtelInstrumentation({ registerOnInitialization: true })
