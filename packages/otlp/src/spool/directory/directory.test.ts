import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { watchedFs } from '../fixtures/watched-fs'
import { nodeFs } from '../node-fs'
import { SpoolDirectory } from './directory'
import { leaseFile, type Owner, parseSegmentFile, segmentFile } from './names'
import { nodeProcesses } from './processes'

const STRANGER: Owner = { machine: '0123456789abcdef', pid: 4242, startTime: '99', nonce: 'deadbeef' }
const SEGMENT = segmentFile({ createdMs: 1_790_000_000_000, sequence: 7, owner: STRANGER })

let home: string
let dir: string
let logs: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'heddle-directory-'))
  dir = join(home, 'spool')
  logs = join(dir, 'logs')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function directory(uid = process.getuid?.()): SpoolDirectory {
  return new SpoolDirectory(dir, 'logs', nodeFs, nodeProcesses, Date.now, uid)
}

function withFile(file: string, content = 'x', mode = 0o600): string {
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  writeFileSync(join(logs, file), content, { mode })
  chmodSync(join(logs, file), mode)
  return join(logs, file)
}

/** As proc_pid_stat(5) has it. */
const startTimeOf = (pid: number) =>
  process.platform === 'linux' ? readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ')[19]! : '0'

const orphans = async (subject = directory()) => (await subject.survey()).orphans.map(({ path }) => path)

const makePrivate = () => mkdirSync(logs, { recursive: true, mode: 0o700 })
const makeElsewhere = () => mkdirSync(join(home, 'elsewhere'), { mode: 0o700 })

describe('a directory is refused', () => {
  const unfit: Record<string, () => void> = {
    'that is a file': () => writeFileSync(dir, ''),
    'that is a symbolic link': () => {
      makeElsewhere()
      symlinkSync(join(home, 'elsewhere'), dir)
    },
    'in which the signal is a symbolic link': () => {
      makeElsewhere()
      mkdirSync(dir, { mode: 0o700 })
      symlinkSync(join(home, 'elsewhere'), logs)
    },
    'that the group may write to': () => {
      makePrivate()
      chmodSync(dir, 0o770)
    },
    'that anyone may write to': () => {
      makePrivate()
      chmodSync(dir, 0o777)
    },
    'in which anyone may write to the signal': () => {
      makePrivate()
      chmodSync(logs, 0o1777)
    },
  }
  async function expectRefused(subject: SpoolDirectory): Promise<void> {
    const reason = /others may write|symbolic links are not followed|ENOTDIR|EEXIST/
    await expect(subject.prepare(true)).rejects.toThrow(reason)
    expect(() => subject.prepareSync()).toThrow(reason)
    const files = readdirSync(home, { recursive: true }).map(String)
    expect(files.filter((file) => file.endsWith('.lease'))).toEqual([])
  }

  test.each(Object.entries(unfit))('%s', async (_, arrange) => {
    arrange()
    await expectRefused(directory())
  })

  test('and named for what it is', async () => {
    makeElsewhere()
    symlinkSync(join(home, 'elsewhere'), dir)
    await expect(directory().prepare(true)).rejects.toThrow('symbolic links are not followed')
  })

  test('that belongs to another user', async () => {
    makePrivate()
    await expectRefused(directory(process.getuid!() + 1))
  })

  test('and nothing in it is taken over', async () => {
    withFile(SEGMENT)
    chmodSync(logs, 0o777)
    await expect(directory().survey()).rejects.toThrow('others may write')
  })
})

describe('files of others', () => {
  test('whose owner has no lease are orphans, oldest first', async () => {
    const name = parseSegmentFile(SEGMENT)!
    const later = withFile(segmentFile({ ...name, createdMs: name.createdMs + 1 }))
    const earlier = withFile(SEGMENT)
    expect(await orphans()).toEqual([earlier, later])
  })

  test.each([
    ['a name that is not ours', () => withFile('notes.txt')],
    ['a name that is nearly ours', () => withFile(`${SEGMENT}~`)],
    ['a temporary name', () => withFile(`.${SEGMENT}`)],
    ['a symbolic link', () => symlinkSync(withFile('target'), join(logs, SEGMENT))],
    ['a directory', () => mkdirSync(join(logs, SEGMENT), { recursive: true, mode: 0o700 })],
    ['a file that others may write', () => withFile(SEGMENT, 'x', 0o666)],
    ['a lease that is fresh', () => [withFile(SEGMENT), withFile(leaseFile(STRANGER))]],
  ])('with %s are left alone', async (_, arrange) => {
    mkdirSync(logs, { recursive: true, mode: 0o700 })
    chmodSync(logs, 0o700)
    arrange()
    const before = readdirSync(logs)
    expect(await orphans()).toEqual([])
    expect(readdirSync(logs)).toEqual(before)
  })

  const asRoot = process.getuid?.() === 0 ? test : test.skip
  asRoot('of another user are left alone', async () => {
    chownSync(withFile(SEGMENT), 12_345, 12_345)
    expect(await orphans()).toEqual([])
  })

  test('are orphans when the lease of a stranger has run out, and the lease is removed', async () => {
    const path = withFile(SEGMENT)
    const lease = withFile(leaseFile(STRANGER))
    const longAgo = new Date(Date.now() - 120_000)
    utimesSync(lease, longAgo, longAgo)
    expect(await orphans()).toEqual([path])
    expect(existsSync(lease)).toBe(false)
  })

  test('of a process of this machine follow its pid and start time, whatever the lease says', async () => {
    const self = nodeProcesses.newOwner()
    const parent = { ...self, pid: process.ppid, startTime: startTimeOf(process.ppid) }
    const [alive, restarted, gone] = [parent, { ...self, startTime: '1' }, { ...self, pid: 2 ** 31 - 1 }]
    const longAgo = new Date(0)
    for (const owner of [alive, restarted, gone]) {
      utimesSync(withFile(leaseFile(owner)), longAgo, longAgo)
      withFile(segmentFile({ createdMs: owner.pid, sequence: 0, owner }))
    }
    const found = (await directory().survey()).orphans.map(({ owner }) => owner)
    expect(found).toEqual(process.platform === 'linux' ? expect.arrayContaining([restarted, gone]) : expect.any(Array))
    if (process.platform === 'linux') expect(found).not.toContainEqual(alive)
  })

  test('of a thread of our own process follow its lease: it may have ended without the process', async () => {
    const [working, ended] = [nodeProcesses.newOwner(), nodeProcesses.newOwner()]
    for (const owner of [working, ended]) {
      withFile(leaseFile(owner))
      withFile(segmentFile({ createdMs: 1_790_000_000_000, sequence: 0, owner }))
    }
    const longAgo = new Date(Date.now() - 120_000)
    utimesSync(join(logs, leaseFile(ended)), longAgo, longAgo)
    expect((await directory().survey()).orphans.map(({ owner }) => owner)).toEqual([ended])
  })
})

const NOBODY = { liveOwners: 0, bytes: 0, files: 0, journalBytes: 0 }

test('a lease is there from the first segment to the end', async () => {
  const subject = directory()
  await subject.prepare(true)
  expect(readdirSync(logs)).toEqual([expect.stringMatching(/\.lease$/)])
  expect(await directory().survey()).toEqual({ orphans: [], neighbours: NOBODY })
  await subject.leave()
  expect(readdirSync(logs)).toEqual([])
})

describe('a directory counts as durable', () => {
  async function syncsOf(work: () => Promise<void>): Promise<string[]> {
    synced = []
    await work()
    return synced
  }
  let synced: string[] = []
  const watched = watchedFs(nodeFs, (operation) => {
    if (operation.startsWith('syncDirectory')) synced.push(operation)
  })
  const subject = () => new SpoolDirectory(dir, 'logs', watched, nodeProcesses, Date.now)

  test('once every directory above was synced, and then it is not synced again', async () => {
    const one = subject()
    expect(await syncsOf(() => one.prepare(true))).toContain('syncDirectory spool')
    expect(await syncsOf(() => one.prepare(true))).toEqual([])
  })

  test.each([
    ['it', () => logs],
    ['the one above', () => dir],
    ['one further above', () => home],
  ])('no longer when someone else has made %s anew', async (_, path) => {
    const one = subject()
    await one.prepare(true)
    rmSync(path(), { recursive: true })
    mkdirSync(logs, { recursive: true, mode: 0o700 })
    expect(await syncsOf(() => one.prepare(true))).toContain('syncDirectory spool')
  })

  test('no longer when we have made it anew within a call, which waits for nothing', async () => {
    const one = subject()
    await one.prepare(true)
    rmSync(logs, { recursive: true })
    one.prepareSync()
    expect(await syncsOf(() => one.prepare(true))).toContain('syncDirectory spool')
  })
})

test('a directory that is not there has nothing in it, and is not made', async () => {
  expect(await directory().survey()).toEqual({ orphans: [], neighbours: NOBODY })
  expect(existsSync(dir)).toBe(false)
})

test('names are read back as they were given, and nothing else is', () => {
  expect(segmentFile(parseSegmentFile(SEGMENT)!)).toBe(SEGMENT)
  for (const file of [
    '',
    '.',
    '..',
    '../x.seg',
    SEGMENT.toUpperCase(),
    SEGMENT.replace('-', '_'),
    `${SEGMENT}.seg`,
    ` ${SEGMENT}`,
  ]) {
    expect(parseSegmentFile(file)).toBeUndefined()
  }
})
