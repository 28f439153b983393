import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFs } from './fs'

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
