import { connect } from 'amqplib'

const { host, port, user, password } = JSON.parse(process.argv[2])
const connection = await connect({ hostname: host, port, username: user, password })
const channel = await connection.createChannel()
const { queue } = await channel.assertQueue('', { exclusive: true })
channel.sendToQueue(queue, Buffer.from('42'))
const message = await new Promise((resolve) => channel.consume(queue, resolve))
channel.ack(message)
console.log(message.content.toString())
await connection.close()
