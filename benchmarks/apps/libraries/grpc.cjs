// A unary call by grpc-js, of a service without messages of its own: each is empty.
const { credentials, makeGenericClientConstructor } = require('@grpc/grpc-js')
const { offerCalls } = require('../../harness/processes/work.cjs')

const bytes = { requestSerialize: (value) => value, requestDeserialize: (value) => value }
const method = {
  ...bytes,
  path: '/shop.Orders/Get',
  requestStream: false,
  responseStream: false,
  responseSerialize: (value) => value,
  responseDeserialize: (value) => value,
}
const Orders = makeGenericClientConstructor({ Get: method }, 'shop.Orders')
const client = new Orders(`127.0.0.1:${process.env.BENCH_GRPC_PORT}`, credentials.createInsecure())
const request = Buffer.alloc(0)
offerCalls(() => new Promise((resolve, reject) => client.Get(request, (error) => (error ? reject(error) : resolve()))))
