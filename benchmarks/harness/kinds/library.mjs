// The scenarios that call a database or a service through a library.
import { contenders } from '../../contenders/requests.mjs'
import { workScenario } from './work.mjs'

const { bare, heddle, stock } = contenders

/**
 * @param {{ title: string, id: string, perItem: Record<string, number> }} definition - the app is
 *   that of `apps/libraries` which has this id
 */
export function libraryScenario({ id, ...definition }) {
  return workScenario({
    ...definition,
    id: `library-${id}`,
    unit: 'µs of CPU a call',
    baseline: 'bare',
    app: `apps/libraries/${id}.cjs`,
    contenders: { bare, heddle, stock },
    count: 4_000,
    rate: 4_000,
    leadIn: 4_000,
  })
}
