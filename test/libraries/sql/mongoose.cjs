const { tracer, within, callers } = require('../within.cjs')(({ code }) => code)

const inCallback = () => tracer.startSpan('in the callback').end()

module.exports = async (mongoose, { host, port }) => {
  const catSchema = new mongoose.Schema({ name: { type: String, unique: true } }, { autoIndex: false })
  catSchema.pre('save', async () => inCallback())
  catSchema.post('save', () => inCallback())
  catSchema.pre('find', () => {
    inCallback()
  })
  catSchema.post('find', (_found, next) => {
    inCallback()
    next()
  })
  const Cat = mongoose.model('Cat', catSchema)
  // Not connected yet: mongoose keeps it until it is.
  const buffered = within('buffered', () => Cat.create({ name: 's3cret' }))
  const bufferedToo = within('buffered too', async () => {
    await Cat.find({ name: 's3cret' }).lean()
    inCallback()
  })
  await mongoose.connect(`mongodb://${host ?? '127.0.0.1'}:${port}/heddle`)
  await buffered
  await bufferedToo
  await within('create', () => Cat.create({ name: 'another' }))
  await within('find', () => Cat.find({ name: 's3cret' }))
  await within('exec', () => Cat.findOne({ name: 's3cret' }).exec())
  await within('cursor', async () => {
    for await (const _cat of Cat.find().cursor({ batchSize: 1 })) inCallback()
  })
  await within('each', () => Cat.find().cursor().eachAsync(inCallback))
  await within('save', async () => {
    const cat = await Cat.findOne({ name: 'another' })
    cat.name = 'third'
    await cat.save()
  })
  await within('twice', () => Cat.collection.insertOne({ _id: 1 }).then(() => Cat.collection.insertOne({ _id: 1 })))
  await callers((each) => Cat.updateOne({ name: each }, { name: 's3cret' }, { upsert: false }))
  await within('drop', () => Cat.collection.drop())
  await mongoose.disconnect()
}
