const { trace } = require('@opentelemetry/api')

const tracer = trace.getTracer('app')

/** Within a span of the app's; what it returns has ended when the span has. */
const within = (name, work) =>
  tracer.startActiveSpan(name, async (span) => {
    try {
      return await work()
    } catch (error) {
      console.log(`${name}: ${error.code}`)
    } finally {
      span.end()
    }
  })

const callers = (work) => Promise.all(['a', 'b', 'c'].map((each) => within(`caller ${each}`, () => work(each))))

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
