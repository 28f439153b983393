// Three loads of one batch, each within a span of its own.
const DataLoader = require('dataloader')
const { tracer, callers } = require('../within.cjs')(({ message }) => message)

const loader = new DataLoader(async (keys) => {
  tracer.startSpan(`batch of ${keys.length}`).end()
  return keys
})
callers((each) => loader.load(each))
