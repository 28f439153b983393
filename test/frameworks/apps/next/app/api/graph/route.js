import { buildSchema, graphql } from 'graphql'

export const dynamic = 'force-dynamic'

const schema = buildSchema('type Query { cat: String }')

export async function GET() {
  const { data } = await graphql({ schema, source: 'query Cats { cat }', rootValue: { cat: 'Tom' } })
  return Response.json(data)
}
