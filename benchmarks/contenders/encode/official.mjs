// The official serializer, which encodes a batch when it is sent.
import { offerWork } from '../../harness/processes/work.cjs'
import { ownLine } from '../stock-line.mjs'
import { logRecords, spans } from './batch.mjs'

const { ProtobufLogsSerializer, ProtobufTraceSerializer } = ownLine.require('@opentelemetry/otlp-transformer')
const isSpans = process.env.BENCH_SIGNAL === 'spans'
const serializer = isSpans ? ProtobufTraceSerializer : ProtobufLogsSerializer
const batch = isSpans ? spans() : logRecords()

offerWork(() => serializer.serializeRequest(batch).length / batch.length, batch.length)
