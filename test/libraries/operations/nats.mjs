import { connect, StringCodec } from 'nats'

const { host, port } = JSON.parse(process.argv[2])
const text = StringCodec()
const connection = await connect({ servers: `${host}:${port}` })
const jetStream = await connection.jetstreamManager()
await jetStream.streams.add({ name: 'numbers', subjects: ['numbers.>'] })
const subscription = connection.subscribe('numbers.first', { max: 1 })
connection.publish('numbers.first', text.encode('42'))
for await (const message of subscription) console.log(text.decode(message.data))
await connection.close()
