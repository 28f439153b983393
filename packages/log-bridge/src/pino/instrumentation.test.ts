import type { Instrumentation } from '@opentelemetry/instrumentation'
import { PinoBridge } from '.'

test('the bridge is an OpenTelemetry instrumentation', () => {
  const instrumentation: Instrumentation = new PinoBridge({ enabled: false })
  expect(instrumentation.instrumentationName).toBe('@heddle/log-bridge/pino')
  expect(instrumentation.instrumentationVersion).toMatch(/^\d+\.\d+\.\d+/)
  expect(instrumentation.getConfig()).toEqual({ enabled: false })
  instrumentation.setConfig({})
  expect(instrumentation.getConfig()).toEqual({ enabled: true })
})
