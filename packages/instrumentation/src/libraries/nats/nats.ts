import type { TopLevel } from '@heddle/module-hook'
import type { Undo } from '../../patch'
import type { Calls } from '../calls'
import type { Library } from '../library'
import { patchConnection } from './connection'
import type { Headers, HeadersFactory } from './headers'
import { patchConsumers, patchJetStream } from './jetstream'

const JETSTREAM = { names: ['JetStreamClientImpl'], patch: patchJetStream }
const CONSUMERS = { names: ['PullConsumerImpl', 'OrderedPullConsumerImpl', 'PushConsumerImpl'], patch: patchConsumers }

const NATS_2 = { packageName: 'nats', majors: [2] }
const CORE_3 = { packageName: '@nats-io/nats-core', majors: [3] }
const JETSTREAM_3 = { packageName: '@nats-io/jetstream', majors: [3] }

/** The files of a package that have a connection, and what makes its headers. */
function connecting(ofPackage: { readonly packageName: string; readonly majors: readonly number[] }, folder: string) {
  const factory: HeadersFactory = {}
  return [
    {
      ...ofPackage,
      file: `${folder}/headers.js`,
      names: ['headers'],
      patch({ headers }: TopLevel): Undo[] {
        factory.create = headers as () => Headers
        return []
      },
    },
    {
      ...ofPackage,
      file: `${folder}/nats.js`,
      names: ['NatsConnectionImpl'],
      patch: (topLevel: TopLevel, calls: Calls) => patchConnection(topLevel, calls, factory),
    },
  ]
}

/**
 * NATS by `nats` and `@nats-io/*`: a span for each message that is published, for each request until
 * its answer, and for each message that is handled. What JetStream, stores of keys and answers send is
 * none.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/
 */
export const NATS: Library = {
  name: 'nats',
  files: [
    ...connecting(NATS_2, 'lib/nats-base-client'),
    { ...NATS_2, ...JETSTREAM, file: 'lib/jetstream/jsclient.js' },
    { ...NATS_2, ...CONSUMERS, file: 'lib/jetstream/consumer.js' },
    ...connecting(CORE_3, 'lib'),
    { ...JETSTREAM_3, ...JETSTREAM, file: 'lib/jsclient.js' },
    { ...JETSTREAM_3, ...CONSUMERS, file: 'lib/consumer.js' },
    { ...JETSTREAM_3, ...CONSUMERS, file: 'lib/pushconsumer.js' },
  ],
}
