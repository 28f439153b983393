/** @type {import('../harness/processes/subject.mjs').Contender} */
export const empty = { what: 'the loop of the harness, with nothing in it', app: 'apps/empty.cjs', delivers: [] }
