import { onFirstLoad } from '@heddle/module-hook'
import { diag } from '@opentelemetry/api'

/**
 * APM agents that trace a process without OpenTelemetry's API, by package. Neither they nor Heddle
 * can tell by the API that the other one is there.
 */
const AGENTS = ['dd-trace', 'newrelic', 'elastic-apm-node', 'appdynamics']

const said = new Set<string>()

/**
 * Says once of each other agent that it is in the process, whether it was loaded before or comes
 * later. Returns what stops that.
 */
export function explainOtherAgents(): () => void {
  const stops = AGENTS.map((name) => onFirstLoad(name, () => explain(name), { installsHooks: false }))
  return () => {
    for (const stop of stops) stop()
  }
}

function explain(name: string): void {
  if (said.has(name)) return
  said.add(name)
  diag.warn(
    `${name} is in this process too. It and Heddle work side by side: each makes spans of its own for every hop, with ids of its own, and sends them ` +
      'to its own backend; the traceparent header that goes out is Heddle’s. Each hop is paid for twice: once you need only one of the two, ' +
      'take the other one out (look for NODE_OPTIONS, --require, --import and require at the top of the app)',
  )
}
