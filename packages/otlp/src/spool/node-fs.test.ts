import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
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
