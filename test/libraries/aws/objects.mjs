// Objects in S3, of a stand-in for AWS.
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { Readable } from 'node:stream'
import { trace } from '@opentelemetry/api'
import { mark, within } from '../queues/messages.mjs'

const Bucket = 'parcels'

export const objects = async ({ load, config, port }) => {
  const { S3Client, S3, CreateBucketCommand, GetObjectCommand, PutObjectCommand, paginateListObjectsV2 } =
    await load('@aws-sdk/client-s3')
  const s3 = new S3Client(config)
  const get = new GetObjectCommand({ Bucket, Key: 'secret' })
  await within('bucket', () =>
    s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: config.region } })),
  )
  await within('put', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'secret', Body: 'secret' }))
    mark('after the put')
  })
  const got = await within('get', async () => {
    const { Body } = await s3.send(get)
    Body.once('end', () => mark('at the end of the body'))
    return Body.transformToString()
  })
  await within('aggregated', () => new S3(config).headObject({ Bucket, Key: 'secret' }))
  const failed = await within('failing', () => s3.send(new GetObjectCommand({ Bucket, Key: 'none' })).catch((e) => e))
  const callback = await within(
    'callback',
    () =>
      new Promise((resolve) => {
        const returned = s3.send(get, (error, output) => {
          mark('in the callback')
          output.Body.resume().once('end', () => resolve([error, returned === undefined]))
        })
      }),
  )
  await within('pages', async () => {
    for await (const _ of paginateListObjectsV2({ client: s3, pageSize: 1 }, { Bucket })) mark('a page')
  })
  const aborted = await within('aborted', () => {
    const controller = new AbortController()
    const sent = s3.send(get, { abortSignal: controller.signal })
    controller.abort()
    return sent.catch((error) => error)
  })
  return {
    got,
    callback,
    failed: [failed.name, failed.$metadata.httpStatusCode],
    aborted: aborted.name,
    ...(await requests({ S3Client, get, PutObjectCommand, config, port })),
  }
}

/** What goes over the wire, to a server that refuses the first two requests. */
async function requests({ S3Client, get, PutObjectCommand, config, port }) {
  const traceparents = []
  const server = createServer((incoming, response) => {
    response.statusCode = traceparents.push(incoming.headers.traceparent) < 3 ? 503 : 200
    response.end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const s3 = new S3Client({ ...config, endpoint: `http://127.0.0.1:${server.address().port}` })
  const { $metadata } = await within('attempts', () => s3.send(get))
  let isActive
  const generated = async function* () {
    isActive = trace.getActiveSpan() !== undefined
    await once(request(`http://127.0.0.1:${port}/moto-api/data.json`).end(), 'response')
    yield Buffer.from('secret')
  }
  const Body = Readable.from(generated())
  await within('generated', () => s3.send(new PutObjectCommand({ Bucket, Key: 'secret', Body, ContentLength: 6 })))
  server.close()
  s3.destroy()
  return { attempts: $metadata.attempts, isActive, traceparents }
}
