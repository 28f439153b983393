import type { Meter } from '@opentelemetry/api'
import type { ByteWriter } from './encode/byte-writer'
import type { Format } from './encode/format'
import { jsonLogRecords, jsonSpans } from './encode/json/format'
import { protobufLogRecords, protobufSpans } from './encode/protobuf/format'
import type { ProtobufWriter } from './encode/protobuf/writer'
import type { SignalStats } from './ledger/ledger'
import type { SamplingCount } from './ledger/sampling-count'
import type { Noun } from './self-metrics/component'
import type { InstrumentSet } from './self-metrics/instrument-set'
import { logInstruments, spanInstruments } from './self-metrics/sdk-instruments'
import type { ScopeLike, SignalItems, SignalName } from './telemetry'

/** What tells one signal apart from another. `Item` is a span or a log record. */
export interface Signal<Item extends { readonly instrumentationScope: ScopeLike }> {
  /** The path of the export call over gRPC. */
  readonly grpcMethod: string
  readonly protobuf: Format<Item, ProtobufWriter>
  readonly json: Format<Item, ByteWriter>
  /** One item, in the names of the SDK metrics. */
  readonly noun: Noun
  /** The SDK metrics of this signal alone. */
  instruments(meter: Meter, stats: () => SignalStats, sampling: SamplingCount): InstrumentSet
}

/** The signals, each in one row. */
export const SIGNALS: { readonly [Name in SignalName]: Signal<SignalItems[Name]> } = {
  traces: {
    grpcMethod: '/opentelemetry.proto.collector.trace.v1.TraceService/Export',
    protobuf: protobufSpans,
    json: jsonSpans,
    noun: 'span',
    instruments: spanInstruments,
  },
  logs: {
    grpcMethod: '/opentelemetry.proto.collector.logs.v1.LogsService/Export',
    protobuf: protobufLogRecords,
    json: jsonLogRecords,
    noun: 'log',
    instruments: logInstruments,
  },
}
