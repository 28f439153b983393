// A GET by node-redis.
const { createClient } = require('redis')
const { offerCalls } = require('../../harness/processes/work.cjs')

const client = createClient({ url: `redis://127.0.0.1:${process.env.BENCH_REDIS_PORT}` })
client.connect().then(() => offerCalls(() => client.get('user:7')))
