// Tables of DynamoDB, functions of Lambda, and what the SDK's libraries make of several commands.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { mark, within } from '../queues/messages.mjs'

export const services = async ({ load, config }) => {
  const { CreateTableCommand, DynamoDBClient, GetItemCommand, BatchGetItemCommand } =
    await load('@aws-sdk/client-dynamodb')
  const { DynamoDBDocumentClient, GetCommand, PutCommand } = await load('@aws-sdk/lib-dynamodb')
  const tables = new DynamoDBClient(config)
  const TableName = 'cats'
  await within('table', () =>
    tables.send(
      new CreateTableCommand({
        TableName,
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    ),
  )
  const documents = DynamoDBDocumentClient.from(tables)
  await within('document', async () => {
    await documents.send(new PutCommand({ TableName, Item: { id: 'secret', lives: 9 } }))
    mark('after the put')
  })
  const { Item } = await within('got', () => documents.send(new GetCommand({ TableName, Key: { id: 'secret' } })))
  const Key = { id: { S: 'secret' } }
  const RequestItems = { [TableName]: { Keys: [Key] } }
  await within('items', () => tables.send(new BatchGetItemCommand({ RequestItems })))
  const error = await within('no table', () =>
    tables.send(new GetItemCommand({ TableName: 'dogs', Key })).catch((e) => e),
  )
  return { lives: Item.lives, error: error.name, ...(await functions({ load, config })) }
}

/** A server that answers each invocation with the client context that it has got. */
async function functions({ load, config }) {
  const { InvokeCommand, LambdaClient } = await load('@aws-sdk/client-lambda')
  const server = createServer((incoming, response) =>
    incoming
      .resume()
      .once('end', () => response.end(Buffer.from(incoming.headers['x-amz-client-context'] ?? '', 'base64'))),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const client = new LambdaClient({ ...config, endpoint: `http://127.0.0.1:${server.address().port}` })
  const invoke = async (ClientContext) => {
    const { Payload } = await client.send(new InvokeCommand({ FunctionName: 'ship', ClientContext, Payload: '{}' }))
    return Buffer.from(Payload).toString()
  }
  const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64')
  const invoked = JSON.parse(await within('invoked', () => invoke(encoded({ custom: { own: 'x' }, env: {} }))))
  const tooLarge = await within('too large', () => invoke(encoded({ custom: { own: 'x'.repeat(2_600) } })))
  const notJson = await within('not JSON', () => invoke('bm90IEpTT04='))
  server.close()
  client.destroy()
  return { invoked, isTooLarge: !tooLarge.includes('traceparent'), notJson }
}
