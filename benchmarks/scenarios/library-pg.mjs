import { libraryScenario } from '../harness/kinds/library.mjs'

export default libraryScenario({
  title: 'A query with a parameter by pg and its pool: 4,000 a second, sixteen at a time, of a stub server',
  id: 'pg',
  perItem: { client: 1 },
})
