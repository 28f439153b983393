import { z } from 'zod'
import { run } from '../apps/ai.mjs'

const [, , packageName, version, names] = process.argv
const ai = await import(packageName)
// Telemetry is a package of its own from 7 on.
const { OpenTelemetry } = version === 'v4' ? await import('@ai-sdk/otel') : {}
await run(ai, version, names, { z, OpenTelemetry })
