import { libraryScenario } from '../harness/kinds/library.mjs'

export default libraryScenario({
  title: 'A GET by ioredis: 4,000 a second, sixteen at a time, of a stub server',
  id: 'ioredis',
  perItem: { client: 1 },
})
