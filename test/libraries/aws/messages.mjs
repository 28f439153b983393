// Messages of SQS and SNS, of a stand-in for AWS.
import { mark, within } from '../queues/messages.mjs'

export const messages = async ({ load, config }) => {
  const sqs = await load('@aws-sdk/client-sqs')
  const sns = await load('@aws-sdk/client-sns')
  const [queues, topics] = [new sqs.SQSClient(config), new sns.SNSClient(config)]
  const { QueueUrl } = await queues.send(new sqs.CreateQueueCommand({ QueueName: 'orders' }))
  const receive = async (options) => {
    const { Messages = [] } = await queues.send(
      new sqs.ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...options }),
    )
    for (const { ReceiptHandle } of Messages)
      await queues.send(new sqs.DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    return Messages.map(({ Body, MessageAttributes = {} }) => [Body, ...Object.keys(MessageAttributes).sort()])
  }
  const attributes = (count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, each) => [`own${each}`, { DataType: 'String', StringValue: 'secret' }]),
    )

  await within('receives nothing', () => receive())
  const input = Object.freeze({ QueueUrl, MessageBody: 'one', MessageAttributes: Object.freeze(attributes(1)) })
  await within('one', async () => {
    await queues.send(new sqs.SendMessageCommand(input))
    mark('after the send')
  })
  const one = await within('receives one', () => receive())
  await within('full', () => queues.send(new sqs.SendMessageCommand({ ...input, MessageAttributes: attributes(10) })))
  const full = await within('receives all', () => receive({ MessageAttributeNames: ['All'] }))
  const Entries = ['a', 'b'].map((Id) => ({ Id, MessageBody: Id }))
  await within('batch', () => queues.send(new sqs.SendMessageBatchCommand({ QueueUrl, Entries })))
  const batch = await within('receives a batch', () => receive({ MessageAttributeNames: ['own0'] }))
  const nowhere = { QueueUrl: `${QueueUrl}x`, MessageBody: 'x' }
  const error = await within('nowhere', () => queues.send(new sqs.SendMessageCommand(nowhere)).catch((e) => e))

  const { TopicArn } = await topics.send(new sns.CreateTopicCommand({ Name: 'events' }))
  const Endpoint = 'arn:aws:sqs:eu-west-1:123456789012:orders'
  await topics.send(new sns.SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint }))
  await within('published', () => topics.send(new sns.PublishCommand({ TopicArn, Message: 'secret' })))
  const PublishBatchRequestEntries = [{ Id: 'a', Message: 'secret' }]
  await within('published batch', () =>
    topics.send(new sns.PublishBatchCommand({ TopicArn, PublishBatchRequestEntries })),
  )
  const notified = await within('receives notifications', () => receive())
  await within('text', () => topics.send(new sns.PublishCommand({ PhoneNumber: '+15550100', Message: 'secret' })))
  return { one, full, batch, error: error.name, notified: notified.length, input: Object.keys(input.MessageAttributes) }
}
