// Where a trace can be read, once it is sent to a collector on this machine: what `npm run
// backends` starts, or what somebody else runs at those places.

/** Lines for a trace id, one for each backend that answers. */
export async function whereToLook() {
  const found = await Promise.all([jaeger(), zipkin(), victoriaLogs()])
  const lines = found.filter((line) => line !== undefined)
  return (traceId) => lines.map((line) => line(traceId))
}

async function jaeger() {
  const url = 'http://127.0.0.1:16686'
  const page = await textAt(`${url}/search`)
  if (page === undefined) return undefined
  // Jaeger as a Go module comes without its UI, and says so in the place of it.
  const path = page.includes('placeholder for the Jaeger UI') ? '/api/v3/traces/' : '/trace/'
  return (traceId) => `Jaeger        ${url}${path}${traceId}`
}

async function zipkin() {
  const url = 'http://127.0.0.1:9411'
  if ((await textAt(`${url}/health`)) === undefined) return undefined
  return (traceId) => `Zipkin        ${url}/zipkin/traces/${traceId}`
}

async function victoriaLogs() {
  const url = 'http://127.0.0.1:9428'
  if ((await textAt(`${url}/health`)) === undefined) return undefined
  return (traceId) => `VictoriaLogs  ${url}/select/vmui/?#/?query=trace_id%3A${traceId}&g0.range_input=1h`
}

async function textAt(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(1_000) })
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}
