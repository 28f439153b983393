import { libraryScenario } from '../harness/kinds/library.mjs'

export default libraryScenario({
  title: 'A unary call by grpc-js: 4,000 a second, sixteen at a time, of a stub server',
  id: 'grpc',
  perItem: { client: 1 },
})
