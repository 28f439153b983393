// A query of a user and three orders, from the text to the answer.
const { buildSchema, graphql } = require('graphql')
const { offerCalls } = require('../../harness/processes/work.cjs')

const schema = buildSchema(`
  type Query { user(id: ID!): User }
  type User { id: ID!, name: String!, orders: [Order!]! }
  type Order { id: ID!, total: Float! }
`)
const orders = [1, 2, 3].map((id) => ({ id, total: id * 1.25 }))
const rootValue = { user: async ({ id }) => ({ id, name: 'Ada', orders: async () => orders }) }
const source = 'query User($id: ID!) { user(id: $id) { id name orders { id total } } }'
offerCalls(() => graphql({ schema, source, rootValue, variableValues: { id: '7' } }))
