import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LogPipeline } from '../fixtures/log-pipeline'
import { bodiesOf, type DecodedLogs, decode, LogsRequest } from '../fixtures/schema'
import type { SignalOptions } from '../options/options'
import { type HttpRequest, status } from '../send/fixtures/http-collector'
import { leaveSegment, recordOf } from '../spool/fixtures/left-behind'
import { RecordMemory } from '../spool/format/record-memory'

// A machine that is busy takes its time to make the files.
jest.setTimeout(120_000)

let subject: LogPipeline
let home: string
let dir: string

beforeEach(async () => {
  subject = await LogPipeline.create()
  home = mkdtempSync(join(tmpdir(), 'heddle-replay-'))
  dir = join(home, 'spool')
})
afterEach(async () => {
  await subject.close()
  rmSync(home, { recursive: true, force: true })
})

const start = (options: Partial<SignalOptions> = {}) => subject.startLogs(options, { spool: { dir } })
const segments = () => readdirSync(join(dir, 'logs')).filter((file) => file.endsWith('.seg'))
const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i).padStart(5, '0'))

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Resolves when what was left is at its end. */
async function over(items: number): Promise<void> {
  await until(() => subject.balanced().recovered === items && subject.balanced().held.disk.items === 0)
  await until(() => segments().length === 0)
}

/** The collector answers by what is in a request. */
function judge(answer: (bodies: readonly unknown[]) => (response: ServerResponse) => void): void {
  const { collector } = subject
  collector.answers.push(
    ...Array(10_000).fill((response: ServerResponse) => answer(bodies(collector.requests.at(-1)!))(response)),
  )
}

function bodies({ headers, body }: HttpRequest): unknown[] {
  const isJson = headers['content-type'] === 'application/json'
  return bodiesOf(isJson ? (JSON.parse(body.toString()) as DecodedLogs) : decode<DecodedLogs>(LogsRequest, body))
}
const sent = () => subject.collector.requests.map(bodies)

test('what is replayed is read into few pieces of memory, each used again once its request is delivered', async () => {
  const large = (number: string) => number.repeat(60_000)
  for (const [i, number] of numbers(24).entries()) leaveSegment(dir, i, [await recordOf([large(number)])])
  const taken = jest.spyOn(RecordMemory.prototype, 'take')
  start()
  await over(24)
  const memories = new Set(taken.mock.results.map(({ value }) => (value as Buffer).buffer))
  taken.mockRestore()
  expect(sent().flat()).toEqual(numbers(24).map(large))
  expect(memories.size).toBeLessThanOrEqual(3)
})

describe('what lies in many small records', () => {
  test('and as many files is sent in few requests, the oldest first, also where it was too much to be taken over at once', async () => {
    for (const [i, number] of numbers(1_200).entries()) leaveSegment(dir, i, [await recordOf([number])])
    start()
    await over(1_200)
    expect(sent().flat()).toEqual(numbers(1_200))
    expect(sent().length).toBeLessThan(50)
    expect(subject.balanced()).toMatchObject({ delivered: 1_200 })
  })

  test('and one file is sent in as few requests as batches would be', async () => {
    const records = await Promise.all(numbers(5_000).map((number) => recordOf([number])))
    leaveSegment(dir, 0, records)
    start()
    await over(5_000)
    expect(sent().map(({ length }) => length)).toEqual([2_048, 2_048, 904])
    expect(sent().flat()).toEqual(numbers(5_000))
  })

  test.each<[string, Partial<SignalOptions>]>([
    ['items', { batch: { maxItems: 10 } }],
    ['bytes', { batch: { maxBytes: 1_000 } }],
  ])('goes no further than the %s of a batch', async (_, options) => {
    for (let i = 0; i < 10; i++) {
      const records = numbers(70)
        .slice(7 * i, 7 * i + 7)
        .map((number) => recordOf([number]))
      leaveSegment(dir, i, await Promise.all(records))
    }
    start(options)
    await over(70)
    expect(sent().flat()).toEqual(numbers(70))
    expect(sent().length).toBeGreaterThan(6)
    expect(sent().length).toBeLessThan(20)
    for (const { body } of subject.collector.requests) {
      expect(bodies({ url: '', headers: {}, body }).length).toBeLessThanOrEqual(options.batch!.maxItems ?? 2_048)
      expect(body.length).toBeLessThanOrEqual(options.batch!.maxBytes ?? 512 * 1024)
    }
  })

  test('and was encoded as JSON, or otherwise from file to file, keeps its encoding and its order', async () => {
    for (const [i, encoding] of (['json', 'json', 'protobuf', 'protobuf', 'json'] as const).entries()) {
      leaveSegment(
        dir,
        i,
        [await recordOf([`${i}a`, `${i}b`], encoding), await recordOf([`${i}c`], encoding)],
        encoding,
      )
    }
    start()
    await over(15)
    expect(sent().map((bodies) => bodies.join(' '))).toEqual(['0a 0b 0c 1a 1b 1c', '2a 2b 2c 3a 3b 3c', '4a 4b 4c'])
    expect(subject.collector.requests.map(({ headers }) => headers['content-type'])).toEqual([
      'application/json',
      'application/x-protobuf',
      'application/json',
    ])
  })

  test('and what is no request that can be put together with others is sent by itself', async () => {
    const [first, last] = [await recordOf(['first']), await recordOf(['last'])]
    const odd = [Buffer.from([0x0a, 0x7f, 1, 2, 3]), Buffer.from([0x12, 0]), Buffer.from('text')]
    leaveSegment(dir, 0, [first, ...odd.map((payload) => ({ items: 1, payload })), last, last])
    start()
    await over(6)
    const sent = subject.collector.requests.map(({ body }) => body)
    expect(sent).toEqual([first.payload, ...odd, Buffer.concat([last.payload, last.payload])])
  })
})

describe('a request that is put together', () => {
  /** Ten files of ten records of one. */
  async function leaveHundred(): Promise<void> {
    for (let i = 0; i < 10; i++) {
      const records = numbers(100)
        .slice(10 * i, 10 * i + 10)
        .map((number) => recordOf([number]))
      leaveSegment(dir, i, await Promise.all(records))
    }
  }

  test.each([[['00042']], [['00000']], [['00099']], [['00003', '00004', '00071']], [numbers(100)]])(
    'and refused for the sake of %j takes nothing else with it',
    async (poisoned) => {
      await leaveHundred()
      judge((bodies) => status(bodies.some((body) => poisoned.includes(String(body))) ? 400 : 200))
      start()
      await over(100)
      const innocent = numbers(100).filter((number) => !poisoned.includes(number))
      expect(subject.balanced()).toMatchObject({
        delivered: innocent.length,
        dropped: { rejected: poisoned.length, corrupt: 0 },
      })
      const taken = sent().filter((bodies) => !bodies.some((body) => poisoned.includes(String(body))))
      expect(taken.flat()).toEqual(innocent)
      expect(sent().length).toBeLessThan(200)
    },
  )

  test('and taken in part is counted, and not sent again', async () => {
    await leaveHundred()
    judge(() => status(200, { 'content-type': 'application/json' }, '{"partialSuccess":{"rejectedLogRecords":"7"}}'))
    start()
    await over(100)
    expect(subject.balanced()).toMatchObject({ delivered: 93, dropped: { partial_success: 7 } })
    expect(sent()).toHaveLength(1)
  })

  test('and tried again is sent as it was', async () => {
    await leaveHundred()
    subject.collector.answers.push(status(503), status(503))
    start()
    await over(100)
    expect(sent()).toEqual([numbers(100), numbers(100), numbers(100)])
  })

  test('whose collector goes away half-way through the halves is left for the next process, with what had its end noted', async () => {
    await leaveHundred()
    let isOpen = true
    judge((bodies) => {
      if (!isOpen) return status(503)
      if (bodies.length > 25) return status(400)
      isOpen = false
      return status(200)
    })
    start()
    await until(() => subject.balanced().delivered === 25)
    await subject.pipeline.shutdown()
    expect(subject.balanced()).toMatchObject({ delivered: 25, held: { disk: { items: 75 } } })
    subject.collector.answers.splice(0)
    const before = sent().length
    start()
    await over(75)
    expect(sent().slice(before)).toEqual([numbers(100).slice(25)])
  })
})
