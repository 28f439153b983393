// What the SDK's libraries make of several commands, and clients that ask other clients.
import { within } from '../queues/messages.mjs'

const Bucket = 'uploads'
const MIB = 2 ** 20

export const uploads = async ({ load, config }) => {
  const { S3Client, CreateBucketCommand, GetObjectCommand, ListBucketsCommand, waitUntilObjectExists } =
    await load('@aws-sdk/client-s3')
  const { Upload } = await load('@aws-sdk/lib-storage')
  const { getSignedUrl } = await load('@aws-sdk/s3-request-presigner')
  const s3 = new S3Client(config)
  const CreateBucketConfiguration = { LocationConstraint: config.region }
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }))
  const params = { Bucket, Key: 'large', Body: Buffer.alloc(6 * MIB) }
  await within('upload', () => new Upload({ client: s3, params, queueSize: 1 }).done())
  const { state } = await within('waits', () =>
    waitUntilObjectExists({ client: s3, maxWaitTime: 10 }, { Bucket, Key: 'large' }),
  )
  const url = await within('presigned', () => getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'large' })))
  const credentials = async () => {
    await s3.send(new ListBucketsCommand())
    return config.credentials
  }
  await within('credentials', () =>
    new S3Client({ ...config, credentials }).send(new GetObjectCommand({ Bucket, Key: 'large' })),
  )
  return { state, isSigned: url.includes('X-Amz-Signature') && !url.includes('traceparent') }
}
