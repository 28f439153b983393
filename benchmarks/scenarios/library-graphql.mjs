import { libraryScenario } from '../harness/kinds/library.mjs'

export default libraryScenario({
  title: 'A GraphQL query of eight fields, parsed, validated and executed: 4,000 a second, sixteen at a time',
  id: 'graphql',
  perItem: { internal: 1 },
})
