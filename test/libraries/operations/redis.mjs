import { createClient } from 'redis'

const { host, port } = JSON.parse(process.argv[2])
const client = createClient({ socket: { host, port } })
await client.connect()
await client.set('number', '42')
console.log(await client.get('number'))
await client.close()
