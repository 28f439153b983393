const { within, callers } = require('../within.cjs')(({ code }) => code)

module.exports = async ({ MongoClient }, library, port) => {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}`)
  const numbers = client.db('heddle').collection(library)
  // Not connected yet.
  await within('one', () => numbers.insertOne({ _id: 'secret', number: 41 }))
  await within('many', () => numbers.insertMany([{ number: 1 }, { number: 2 }, { number: 3 }]))
  await within('twice', () => numbers.insertOne({ _id: 'secret' }))
  await within('cursor', () => numbers.find({}, { batchSize: 2 }).toArray())
  await within('unknown', () => client.db('heddle').command({ nope: 'secret' }))
  await callers((each) => numbers.updateOne({ number: each }, { $set: { number: 'secret' } }))
  await within('drop', () => numbers.drop())
  await client.close()
}
