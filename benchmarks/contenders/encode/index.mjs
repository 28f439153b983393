import { empty } from '../empty.mjs'

/** @type {Record<string, import('../../harness/subject.mjs').Contender>} */
export const contenders = {
  empty,
  heddle: { what: 'our encoder', app: 'contenders/encode/heddle.mjs', delivers: [] },
  official: { what: 'otlp-transformer', app: 'contenders/encode/official.mjs', delivers: [] },
}
