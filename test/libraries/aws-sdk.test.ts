import type { ReceivedSpan } from '@heddle/receiver'
import { killServices, runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { startMoto } from './aws/moto'
import { facts } from './calls'
import { spanOf, treeOf } from './queues/run-app'
import { describeWithServer } from './servers/installed'
import type { Server } from './servers/server'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver({
  // The SDK would write a line about the Node versions that it is going to support.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
})

describeWithServer('moto')('AWS', () => {
  let server: Server
  beforeAll(async () => {
    server = await startMoto()
  })
  afterAll(() => server?.stop())

  /** What the app has got. */
  const run = async (part: string, copy: readonly string[] = ['.', 'import'], env: NodeJS.ProcessEnv = {}) => {
    await fetch(`http://${server.host}:${server.port}/moto-api/reset`, { method: 'POST' })
    const args = [part, ...copy, String(server.port)]
    const { code, stdout, stderr } = await runToEnd('../libraries/aws/run.mjs', { args, env: toReceiver(env) })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout)
  }
  const tree = (root: string) => treeOf(receiver.spans, root)
  const span = (root: string, name: string) => spanOf(receiver.spans, root, name)

  const OBJECTS = {
    got: 'secret',
    callback: [null, true],
    failed: ['NoSuchKey', 404],
    aborted: 'AbortError',
    attempts: 3,
  }
  describe.each([
    ['.', 'import'],
    ['older', 'require'],
  ])('the copy in %s by %s', (...copy) => {
    test('a command is one span of its caller, with its attempts and without their HTTP requests', async () => {
      const { traceparents, ...answers } = await run('objects', copy)
      expect(answers).toEqual({ ...OBJECTS, isActive: true })
      expect(tree('bucket')).toBe('bucket > S3.CreateBucket')
      expect(tree('put')).toBe('put > (S3.PutObject, after the put)')
      expect(tree('get')).toBe('get > (S3.GetObject, at the end of the body)')
      expect(tree('aggregated')).toBe('aggregated > S3.HeadObject')
      expect(tree('callback')).toBe('callback > (S3.GetObject, in the callback)')
      expect(tree('pages')).toBe('pages > (S3.ListObjectsV2, a page)')
      expect(span('attempts', 'S3.GetObject').status.code).toBe('UNSET')

      expect(span('get', 'S3.GetObject')).toMatchObject({ kind: 'CLIENT', status: { code: 'UNSET' } })
      expect(span('get', 'S3.GetObject').attributes).toEqual({
        'rpc.system.name': 'aws-api',
        'rpc.method': 'S3/GetObject',
        'aws.s3.bucket': 'parcels',
        'aws.request_id': expect.any(String),
        'cloud.region': 'eu-west-1',
        'http.response.status_code': 200,
        'server.address': '127.0.0.1',
        'server.port': server.port,
      })
      expect(span('failing', 'S3.GetObject')).toMatchObject({
        status: { code: 'ERROR', message: 'The specified key does not exist.' },
        attributes: { 'error.type': 'NoSuchKey', 'http.response.status_code': 404 },
      })
      // Its caller has cancelled it.
      expect(span('aborted', 'S3.GetObject').status.code).toBe('UNSET')
      const sent = [span('attempts', 'S3.GetObject'), span('generated', 'S3.PutObject')].map(idsOf)
      expect(traceparents.map((each: string) => each.slice(0, 52))).toEqual([sent[0], sent[0], sent[0], sent[1]])
      // What the app does while its body is read is its own.
      const { parentSpanId } = receiver.spans.find(({ kind, name }) => kind === 'CLIENT' && name === 'GET')!
      expect(parentSpanId).toBe(span('generated', 'generated').spanId)
      expect(told()).not.toContain('secret')
    })

    test('messages carry the context, and who receives them has links to their senders', async () => {
      const own = Array.from({ length: 10 }, (_, each) => `own${each}`)
      expect(await run('messages', copy)).toEqual({
        one: [['one', 'traceparent']],
        full: [['one', ...own]],
        batch: ['a', 'b'].map((id) => [id, 'traceparent']),
        error: 'QueueDoesNotExist',
        notified: 2,
        input: ['own0'],
      })
      expect(tree('one')).toBe('one > (send orders, after the send)')
      expect(tree('receives nothing')).toBe('receives nothing')
      expect(tree('receives one')).toBe('receives one > (receive orders, SQS.DeleteMessage)')
      const linked = (root: string) => span(root, 'receive orders').links.map(({ spanId }) => spanId)
      const sent = span('one', 'send orders')
      expect(linked('receives one')).toEqual([sent.spanId])
      expect(linked('receives all')).toEqual([])
      const batch = span('batch', 'send orders')
      expect(linked('receives a batch')).toEqual([batch.spanId, batch.spanId])
      const published = [span('published', 'publish events'), span('published batch', 'publish events')]
      expect(linked('receives notifications')).toEqual(published.map(({ spanId }) => spanId))

      const queue = {
        'rpc.system.name': 'aws-api',
        'messaging.system': 'aws_sqs',
        'messaging.destination.name': 'orders',
        'aws.sqs.queue.url': `http://127.0.0.1:${server.port}/123456789012/orders`,
      }
      const id = sent.attributes['messaging.message.id']
      expect(sent).toMatchObject({
        kind: 'PRODUCER',
        attributes: {
          ...queue,
          'rpc.method': 'SQS/SendMessage',
          'messaging.operation.name': 'send',
          'messaging.operation.type': 'send',
        },
      })
      expect(batch.attributes).toMatchObject({ ...queue, 'messaging.batch.message_count': 2 })
      expect(span('receives one', 'receive orders')).toMatchObject({
        kind: 'CLIENT',
        attributes: {
          ...queue,
          'messaging.operation.type': 'receive',
          'messaging.batch.message_count': 1,
          'messaging.message.id': id,
        },
      })
      expect(span('nowhere', 'send ordersx').attributes).toMatchObject({ 'error.type': 'QueueDoesNotExist' })
      expect(published[0]).toMatchObject({
        kind: 'PRODUCER',
        attributes: {
          'messaging.system': 'aws.sns',
          'messaging.operation.name': 'publish',
          'messaging.operation.type': 'send',
          'messaging.destination.name': 'events',
          'aws.sns.topic.arn': 'arn:aws:sns:eu-west-1:123456789012:events',
        },
      })
      expect(span('text', 'publish').attributes).not.toHaveProperty(['messaging.destination.name'])
      for (const secret of ['secret', '15550100']) expect(told()).not.toContain(secret)
    })

    test('tables have the attributes of databases, and functions get the context', async () => {
      const { invoked, ...answers } = await run('services', copy)
      expect(answers).toEqual({ lives: 9, error: 'ResourceNotFoundException', isTooLarge: true, notJson: 'not JSON' })
      expect(span('document', 'DynamoDB.PutItem').parentSpanId).toBe(span('document', 'document').spanId)
      const table = { 'db.system.name': 'aws.dynamodb', 'aws.dynamodb.table_names': ['cats'] }
      expect(span('got', 'DynamoDB.GetItem').attributes).toMatchObject({
        ...table,
        'rpc.method': 'DynamoDB/GetItem',
        'db.operation.name': 'GetItem',
        'db.collection.name': 'cats',
      })
      expect(span('items', 'DynamoDB.BatchGetItem').attributes).toMatchObject(table)
      expect(span('no table', 'DynamoDB.GetItem').attributes).toMatchObject({
        'error.type': 'ResourceNotFoundException',
      })
      const call = span('invoked', 'Lambda.Invoke')
      expect(call.attributes).toMatchObject({ 'faas.invoked_name': 'ship', 'faas.invoked_provider': 'aws' })
      expect(invoked).toEqual({ custom: { own: 'x', traceparent: expect.stringContaining(idsOf(call)) }, env: {} })
      expect(told()).not.toContain('secret')
    })
  })

  test('each command of an upload and of a waiter is a span, a presigned URL is none', async () => {
    expect(await run('uploads')).toEqual({ state: 'SUCCESS', isSigned: true })
    expect(tree('upload')).toBe(
      'upload > (S3.CreateMultipartUpload, S3.UploadPart, S3.UploadPart, S3.CompleteMultipartUpload)',
    )
    expect(tree('waits')).toBe('waits > S3.HeadObject')
    expect(tree('presigned')).toBe('presigned')
    expect(tree('credentials')).toBe('credentials > (S3.GetObject, S3.ListBuckets)')
  })

  test('nothing is traced but HTTP, and nothing is sent with it, when it is disabled', async () => {
    const disabled = { HEDDLE_DISABLED_INSTRUMENTATIONS: 'aws-sdk' }
    const { notJson, isTooLarge, invoked } = await run('services', undefined, disabled)
    expect({ notJson, isTooLarge, invoked }).toEqual({
      notJson: 'not JSON',
      isTooLarge: true,
      invoked: { custom: { own: 'x' }, env: {} },
    })
    expect(await run('messages', undefined, disabled)).toMatchObject({ one: [['one']], notified: 2 })
    expect(tree('one')).toBe('one > (POST, after the send)')
  })

  const told = () => JSON.stringify(receiver.spans.filter(({ scope }) => scope.name.endsWith('aws-sdk')).map(facts))
})

const idsOf = ({ traceId, spanId }: ReceivedSpan) => `00-${traceId}-${spanId}`
