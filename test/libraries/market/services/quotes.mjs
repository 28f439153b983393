// What market.proto would say.
import { loadPackageDefinition } from '@grpc/grpc-js'
import { fromJSON } from '@grpc/proto-loader'

export const { Pricing } = loadPackageDefinition(
  fromJSON({
    nested: {
      market: {
        nested: {
          QuoteRequest: { fields: { items: { rule: 'repeated', type: 'string', id: 1 } } },
          Quote: { fields: { cents: { type: 'int32', id: 1 } } },
          Pricing: { methods: { GetQuote: { requestType: 'QuoteRequest', responseType: 'Quote' } } },
        },
      },
    },
  }),
).market
