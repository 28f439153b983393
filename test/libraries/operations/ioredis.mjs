import { Redis } from 'ioredis'

const { host, port } = JSON.parse(process.argv[2])
const client = new Redis({ host, port })
await client.set('number', '42')
console.log(await client.get('number'))
await client.quit()
