// Heddle's encoder, which encodes each record when it ends and frames the batch when it is sent.
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { offerWork } from '../../harness/processes/work.cjs'
import { logRecords, resource, spans } from './batch.mjs'

const isSpans = process.env.BENCH_SIGNAL === 'spans'
const require = createRequire(`${process.env.BENCH_HEDDLE}/index.js`)
const { protobufLogRecords, protobufSpans } = require(
  `${dirname(require.resolve('@heddle/otlp'))}/encode/protobuf/format.js`,
)
const format = isSpans ? protobufSpans : protobufLogRecords
const batch = isSpans ? spans() : logRecords()
const scopeHeader = format.scopeHeader(batch[0].instrumentationScope)
const resourceHeader = format.resourceHeader(resource)
const writer = format.newWriter()

/** A request, in the parts that the exporter sends one after the other. */
function encodeBatch() {
  for (const item of batch) {
    writer.startItem()
    format.writeItem(writer, item)
  }
  const scope = Buffer.concat(format.scope(scopeHeader, writer.bytes.subarray(0, writer.position)))
  writer.clear()
  return format.request(resourceHeader, scope)
}

const lengthOf = (parts) => parts.reduce((sum, { length }) => sum + length, 0)

offerWork(() => lengthOf(encodeBatch()) / batch.length, batch.length)
