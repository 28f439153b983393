import { empty } from '../empty.mjs'
import { stockVersions } from '../stock-line.mjs'

/** @type {Record<string, import('../../harness/processes/subject.mjs').Contender>} */
export const contenders = {
  empty,
  heddle: { what: 'our encoder', app: 'contenders/encode/heddle.mjs', delivers: [] },
  official: {
    what: (major) => stockVersions(major, '@opentelemetry/otlp-transformer'),
    app: 'contenders/encode/official.mjs',
    delivers: [],
  },
}

/** The work of an encoder returns the bytes of a record; the empty loop returns nothing. */
export function throughput({ cost, outcomes: [{ last: bytes }] }) {
  if (bytes === undefined) return undefined
  return `${Math.round(1e6 / cost).toLocaleString('en')} records/s, ${(bytes / cost).toFixed(0)} MB/s`
}
