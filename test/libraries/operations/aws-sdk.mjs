import { createRequire } from 'node:module'

const require = createRequire(new URL('../aws/package.json', import.meta.url))
const { S3 } = require('@aws-sdk/client-s3')

const { host, port } = JSON.parse(process.argv[2])
const s3 = new S3({
  endpoint: `http://${host}:${port}`,
  region: 'us-east-1',
  credentials: { accessKeyId: 'id', secretAccessKey: 'key' },
  forcePathStyle: true,
})
await s3.createBucket({ Bucket: 'numbers' })
await s3.putObject({ Bucket: 'numbers', Key: 'number', Body: '42' })
const { Body } = await s3.getObject({ Bucket: 'numbers', Key: 'number' })
console.log(await Body.transformToString())
s3.destroy()
