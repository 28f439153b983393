// A GET by ioredis.
const { Redis } = require('ioredis')
const { offerCalls } = require('../../harness/processes/work.cjs')

const client = new Redis({ host: '127.0.0.1', port: Number(process.env.BENCH_REDIS_PORT) })
client.once('ready', () => offerCalls(() => client.get('user:7')))
