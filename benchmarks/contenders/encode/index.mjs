/** @type {Record<string, import('../../harness/rounds.mjs').Contender>} */
export const contenders = {
  heddle: { what: 'our encoder', app: 'contenders/encode/heddle.mjs', delivers: [] },
  official: { what: 'otlp-transformer', app: 'contenders/encode/official.mjs', delivers: [] },
}
