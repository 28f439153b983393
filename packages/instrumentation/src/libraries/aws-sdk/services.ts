import { propertyOf, textOf } from '../../http-semantics/span-error'
import { withClientContext } from './client-context'
import { SNS, SQS } from './messages'
import type { ServiceCall } from './service-call'

type Service = (operation: string, input: unknown) => ServiceCall

/** By their ids in the SDK. Others have what is common to all. */
export const SERVICES: Readonly<Record<string, Service | undefined>> = {
  DynamoDB: dynamoDb,
  Kinesis: named('StreamName', 'aws.kinesis.stream_name'),
  Lambda: lambda,
  S3: named('Bucket', 'aws.s3.bucket'),
  SFN: (_operation, input) => ({
    attributes: {
      'aws.step_functions.state_machine.arn': textOf(input, 'stateMachineArn'),
      'aws.step_functions.activity.arn': textOf(input, 'activityArn'),
    },
  }),
  SNS,
  SQS,
}

function named(parameter: string, attribute: string): Service {
  return (_operation, input) => ({ attributes: { [attribute]: textOf(input, parameter) } })
}

/** @see https://opentelemetry.io/docs/specs/semconv/database/dynamodb/ */
function dynamoDb(operation: string, input: unknown): ServiceCall {
  const table = textOf(input, 'TableName')
  const tables = table === undefined ? Object.keys(propertyOf(input, 'RequestItems') ?? {}) : [table]
  return {
    attributes: {
      'db.system.name': 'aws.dynamodb',
      'db.operation.name': operation,
      ...(tables.length === 1 && { 'db.collection.name': tables[0] }),
      ...(tables.length > 0 && { 'aws.dynamodb.table_names': tables }),
    },
  }
}

/** @see https://opentelemetry.io/docs/specs/semconv/faas/faas-spans/#outgoing-invocations */
function lambda(operation: string, input: unknown): ServiceCall {
  if (operation !== 'Invoke') return {}
  return {
    attributes: { 'faas.invoked_name': textOf(input, 'FunctionName'), 'faas.invoked_provider': 'aws' },
    sentInput: withClientContext,
  }
}
