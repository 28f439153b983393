// The official serializer, which encodes a batch when it is sent.
import { ProtobufLogsSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer'
import { offerWork } from '../../harness/processes/work.cjs'
import { logRecords, spans } from './batch.mjs'

const isSpans = process.env.BENCH_SIGNAL === 'spans'
const serializer = isSpans ? ProtobufTraceSerializer : ProtobufLogsSerializer
const batch = isSpans ? spans() : logRecords()

offerWork(() => serializer.serializeRequest(batch).length / batch.length, batch.length)
