/**
 * A log record as VictoriaLogs returns it: resource, scope and record in one flat object of
 * strings.
 */
export interface StoredLog {
  readonly _msg: string
  readonly trace_id: string
  readonly span_id: string
  readonly severity: string
  readonly [field: string]: string | undefined
}

/** What LogsQL finds, in the order of time. */
export async function queryLogs(url: string, query: string): Promise<readonly StoredLog[]> {
  const answer = await fetch(`${url}/select/logsql/query`, {
    method: 'POST',
    body: new URLSearchParams({ query: `${query} | sort by (_time)` }),
  })
  if (!answer.ok) throw new Error(`VictoriaLogs answered ${answer.status}: ${await answer.text()}`)
  const lines = (await answer.text()).split('\n').filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line) as StoredLog)
}
