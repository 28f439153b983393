import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { LogPipeline } from '../fixtures/log-pipeline'
import { leaseFile, segmentFile } from './directory/names'
import { leaveSegment, recordOf, STRANGER } from './fixtures/left-behind'
import { encode, SETTLED, SETTLED_OFFSET, segmentHeader } from './format/segment'

/**
 * An order of magnitude below what was seen when all of a segment was read at once (8.5 s, 2.8 GB),
 * and one above what is seen now, on a machine that is busy.
 */
const MAX_STALL_MS = 1_000
const MAX_GROWTH_BYTES = 300 * 1024 * 1024
const SEGMENT_BYTES = 60 * 1024 * 1024

// A machine that is busy takes its time to make the files.
jest.setTimeout(120_000)

let subject: LogPipeline
let home: string
let dir: string

beforeEach(async () => {
  subject = await LogPipeline.create()
  home = mkdtempSync(join(tmpdir(), 'heddle-crafted-'))
  dir = join(home, 'spool')
})
afterEach(async () => {
  await subject.close()
  rmSync(home, { recursive: true, force: true })
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const segments = () => readdirSync(join(dir, 'logs')).filter((file) => file.endsWith('.seg'))

/**
 * Waits until it is over, and returns for how long at a time the app had no turn, and how much the
 * process grew.
 */
async function measure(isOver: () => boolean): Promise<{ stallMs: number; growth: number }> {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  const before = process.memoryUsage().rss
  let peak = before
  delay.enable()
  while (!isOver()) {
    peak = Math.max(peak, process.memoryUsage().rss)
    await wait(5)
  }
  delay.disable()
  return { stallMs: delay.max / 1e6, growth: peak - before }
}

function leaveBytes(...chunks: Buffer[]): void {
  mkdirSync(join(dir, 'logs'), { recursive: true, mode: 0o700 })
  const path = join(dir, 'logs', segmentFile({ createdMs: Date.now() - 10_000, sequence: 7, owner: STRANGER }))
  writeFileSync(path, Buffer.concat(chunks), { mode: 0o600 })
}

/** So often that the segment is full of it. */
function times(record: Buffer): Buffer {
  const count = Math.floor(SEGMENT_BYTES / record.length)
  return Buffer.alloc(count * record.length, record)
}

const header = segmentHeader({ signal: 'logs', encoding: 'protobuf' })
const tiny = Buffer.concat(encode([{ items: 1, payload: Buffer.from('x') }]))
const damaged = Buffer.concat([tiny.subarray(0, -1), Buffer.from('y')])
const settled = Buffer.from(damaged)
SETTLED.copy(settled, SETTLED_OFFSET)

describe('a segment of 60 MB', () => {
  test.each<[string, Buffer[], number]>([
    ['of millions of damaged records', [header, times(damaged)], Math.floor(SEGMENT_BYTES / damaged.length)],
    ['of millions of records that are settled', [header, times(settled)], 0],
    [
      'of millions of records behind a damaged header',
      [Buffer.alloc(16, 7), times(tiny)],
      Math.floor(SEGMENT_BYTES / tiny.length),
    ],
    ['of zeros', [Buffer.alloc(SEGMENT_BYTES)], 1],
    [
      'of one damaged record',
      [header, Buffer.concat(encode([{ items: 5, payload: Buffer.alloc(SEGMENT_BYTES) }])).fill(1, 50, 60)],
      5,
    ],
  ])('%s neither stops the app nor fills its memory, and all of it is counted', async (_, chunks, items) => {
    leaveBytes(...chunks)
    chunks.length = 0
    subject.startLogs({}, { spool: { dir } })
    const { stallMs, growth } = await measure(() => segments().length === 0)
    expect(subject.balanced()).toMatchObject({ recovered: items, delivered: 0, dropped: { corrupt: items } })
    expect(subject.collector.requests).toEqual([])
    expect(stallMs).toBeLessThan(MAX_STALL_MS)
    expect(growth).toBeLessThan(MAX_GROWTH_BYTES)
  })

  test('has what is sound in it sent, wherever that is', async () => {
    const { items, payload } = await recordOf(['sound'])
    const sound = Buffer.concat(encode([{ items, payload }]))
    const half = times(damaged).subarray(0, damaged.length * 1_000_000)
    leaveBytes(header, sound, half, sound, half, sound)
    subject.startLogs({}, { spool: { dir } })
    const { stallMs } = await measure(() => segments().length === 0)
    expect(subject.balanced()).toMatchObject({ delivered: 3, dropped: { corrupt: 2_000_000 } })
    expect(subject.received().flat()).toEqual(['sound', 'sound', 'sound'])
    expect(stallMs).toBeLessThan(MAX_STALL_MS)
  })
})

describe('a directory of 5,000 files', () => {
  const inDirectory = (nameOf: (i: number) => string, change = (_: string) => {}) => {
    mkdirSync(join(dir, 'logs'), { recursive: true, mode: 0o700 })
    for (let i = 0; i < 5_000; i++) {
      const path = join(dir, 'logs', nameOf(i))
      writeFileSync(path, '', { mode: 0o600 })
      change(path)
    }
  }
  const owner = (i: number) => ({ ...STRANGER, nonce: i.toString(16).padStart(8, '0') })
  const longAgo = new Date(0)

  test.each<[string, () => void, number]>([
    ['that are not ours', () => inDirectory((i) => `note-${i}.txt`), 5_000],
    ['with the longest names there are', () => inDirectory((i) => `${String(i).padStart(249, 'f')}.lease`), 5_000],
    ['that are leases of the living', () => inDirectory((i) => leaseFile(owner(i))), 5_000],
    [
      'that are leases of the dead',
      () =>
        inDirectory(
          (i) => leaseFile(owner(i)),
          (path) => utimesSync(path, longAgo, longAgo),
        ),
      0,
    ],
  ])('%s neither stops the app nor keeps what is on disk from being sent', async (_, arrange, left) => {
    arrange()
    leaveSegment(dir, 0, [await recordOf(['a'])])
    subject.startLogs({}, { spool: { dir } })
    const { stallMs } = await measure(() => subject.balanced().delivered === 1 && segments().length === 0)
    expect(stallMs).toBeLessThan(MAX_STALL_MS)
    await subject.pipeline.shutdown()
    expect(readdirSync(join(dir, 'logs'))).toHaveLength(left)
  })
})
