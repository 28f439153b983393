import fs, { mkdtempSync, promises, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFs } from './node-fs'

let folder: string
let path: string
let identity: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-fs-'))
  path = join(folder, 'file')
  identity = nodeFs.sync.write(path, [Buffer.from('head'), Buffer.from('body')])
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what is appended within a call stands behind what was there', () => {
  nodeFs.sync.append(path, identity, [Buffer.from('more'), Buffer.from('!')], 8)
  expect(readFileSync(path, 'utf8')).toBe('headbodymore!')
})

test.each([0, 3])('a file that someone has cut to %i bytes is left as it is', (length) => {
  truncateSync(path, length)
  expect(() => nodeFs.sync.append(path, identity, [Buffer.from('more')], 8)).toThrow('was changed by someone else')
  expect(readFileSync(path, 'utf8')).toBe('headbody'.slice(0, length))
})

describe.each([0, 3, 4, 9, 10])('of chunks of which the disk takes %i bytes at first', (taken) => {
  const chunks = ['more', '', 'and', 'yet'].map((text) => Buffer.from(text))
  const first = Buffer.concat(chunks).subarray(0, taken)
  afterEach(() => jest.restoreAllMocks())

  test('the rest is written behind them, by the thread pool', async () => {
    const file = await nodeFs.create(join(folder, 'other'))
    const probe = await promises.open(path)
    const { prototype } = probe.constructor as { prototype: promises.FileHandle }
    await probe.close()
    jest.spyOn(prototype, 'writev').mockImplementation(async function (this: promises.FileHandle, buffers) {
      await this.appendFile(first)
      return { bytesWritten: taken, buffers }
    })
    await file.append(chunks)
    await file.close()
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('moreandyet')
  })

  test('the rest is written behind them, within the call', () => {
    jest.spyOn(fs, 'writevSync').mockImplementation((fd) => fs.writeSync(fd, first))
    nodeFs.sync.append(path, identity, chunks, 8)
    expect(readFileSync(path, 'utf8')).toBe('headbodymoreandyet')
  })
})

describe('a directory', () => {
  test('is made with the parents that are missing, and left as it is when it is there', async () => {
    const deep = join(folder, 'a', 'b', 'c')
    await nodeFs.makeDirectory(deep)
    await nodeFs.makeDirectory(deep)
    nodeFs.sync.makeDirectory(join(deep, 'd', 'e'))
    nodeFs.sync.makeDirectory(deep)
    expect(await nodeFs.facts(join(deep, 'd', 'e'))).toMatchObject({ kind: 'directory', mode: expect.any(Number) })
  })

  // Node.js itself tries for ever there, and holds the process.
  test('that cannot be made where nothing can, as below /proc, is refused', async () => {
    await expect(nodeFs.makeDirectory('/proc/heddle-nowhere/a')).rejects.toThrow()
    expect(() => nodeFs.sync.makeDirectory('/proc/heddle-nowhere/a')).toThrow()
  })

  test('below a file is refused', async () => {
    await expect(nodeFs.makeDirectory(join(path, 'a'))).rejects.toThrow(/ENOTDIR/)
    expect(() => nodeFs.sync.makeDirectory(join(path, 'a', 'b'))).toThrow(/ENOTDIR/)
  })
})
