import { MongoClient } from 'mongodb'

const { host, port } = JSON.parse(process.argv[2])
const client = await MongoClient.connect(`mongodb://${host}:${port}`)
const numbers = client.db('heddle').collection('numbers')
await numbers.insertOne({ number: 42 })
console.log((await numbers.findOne({ number: { $gt: 41 } })).number)
await client.close()
