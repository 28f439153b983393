import fs, { constants, promises } from 'node:fs'
import { dirname } from 'node:path'
import { type FileFacts, isAbsent, type SpoolFs } from './fs'

const { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY, O_WRONLY } = constants
const FILE_MODE = 0o600
const DIRECTORY_MODE = 0o700
const LISTED_AT_ONCE = 256

export const nodeFs: SpoolFs = {
  makeDirectory,
  async facts(path) {
    const stats = await promises.lstat(path, { bigint: true }).catch(unlessAbsent)
    return stats && factsOf(stats)
  },
  async *list(directory) {
    for await (const { name } of await promises.opendir(directory, { bufferSize: LISTED_AT_ONCE })) yield name
  },
  async create(path) {
    const handle = await promises.open(path, O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_NOFOLLOW, FILE_MODE)
    const { identity } = factsOf(await handle.stat({ bigint: true }))
    return {
      identity,
      append: (chunks) => appendAll(handle, chunks),
      sync: () => handle.datasync(),
      truncate: (bytes) => handle.truncate(bytes),
      close: () => handle.close(),
    }
  },
  async syncDirectory(path) {
    const handle = await promises.open(path, O_RDONLY)
    await handle.sync().finally(() => handle.close())
  },
  async open(path, maxBytes) {
    const handle = await promises.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    try {
      const stats = await handle.stat({ bigint: true })
      if (!stats.isFile() || stats.size > maxBytes) throw new RangeError('it is not a file that the spool wrote')
      const { identity, size } = factsOf(stats)
      return {
        identity,
        size,
        read: (into, position) => readWhole(handle, into, position),
        close: () => handle.close(),
      }
    } catch (error) {
      await handle.close()
      throw error
    }
  },
  async overwrite(path, identity, bytes, positions) {
    const handle = await promises.open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK)
    try {
      if (factsOf(await handle.stat({ bigint: true })).identity !== identity) throw changed(path)
      for (const position of positions) await handle.write(bytes, 0, bytes.length, position)
    } finally {
      await handle.close()
    }
  },
  rename: (from, to) => promises.rename(from, to),
  remove: (path) => promises.unlink(path),
  async touch(path) {
    const handle = await promises.open(path, O_CREAT | O_WRONLY | O_NOFOLLOW, FILE_MODE)
    await handle.utimes(new Date(), new Date()).finally(() => handle.close())
  },
  sync: {
    makeDirectory: makeDirectorySync,
    facts(path) {
      const stats = fs.lstatSync(path, { bigint: true, throwIfNoEntry: false })
      return stats && factsOf(stats)
    },
    write(path, chunks) {
      const fd = fs.openSync(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, FILE_MODE)
      try {
        writeAll(fd, chunks)
        return factsOf(fs.fstatSync(fd, { bigint: true })).identity
      } catch (error) {
        fs.unlinkSync(path)
        throw error
      } finally {
        fs.closeSync(fd)
      }
    },
    append(path, identity, chunks, bytes) {
      const fd = fs.openSync(path, O_WRONLY | O_APPEND | O_NOFOLLOW)
      try {
        // Left as it is: to cut it to the length that it should have would fill up with zeros what
        // someone has cut.
        const found = factsOf(fs.fstatSync(fd, { bigint: true }))
        if (found.identity !== identity || found.size !== bytes) throw changed(path)
        appendWhole(fd, chunks, bytes)
      } finally {
        fs.closeSync(fd)
      }
    },
    remove: (path) => fs.unlinkSync(path),
    touch(path) {
      const fd = fs.openSync(path, O_CREAT | O_WRONLY | O_NOFOLLOW, FILE_MODE)
      try {
        fs.futimesSync(fd, new Date(), new Date())
      } finally {
        fs.closeSync(fd)
      }
    },
  },
}

/**
 * Not by `recursive` of Node.js: where a directory that is there refuses a new one with ENOENT, as
 * `/proc` does, that tries for ever, and holds the process as well.
 */
async function makeDirectory(path: string): Promise<void> {
  try {
    await promises.mkdir(path, DIRECTORY_MODE)
  } catch (error) {
    if (isPresent(error)) return
    if (!isAbsent(error) || dirname(path) === path) throw error
    await makeDirectory(dirname(path))
    await promises.mkdir(path, DIRECTORY_MODE).catch(unlessPresent)
  }
}

function makeDirectorySync(path: string): void {
  try {
    fs.mkdirSync(path, DIRECTORY_MODE)
  } catch (error) {
    if (isPresent(error)) return
    if (!isAbsent(error) || dirname(path) === path) throw error
    makeDirectorySync(dirname(path))
    try {
      fs.mkdirSync(path, DIRECTORY_MODE)
    } catch (again) {
      unlessPresent(again)
    }
  }
}

/** Whether the path exists already. It may be no directory, which its user checks. */
function isPresent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST'
}

function unlessPresent(error: unknown): void {
  if (!isPresent(error)) throw error
}

/** In one call of the thread pool, wherever the disk takes all of it at once. */
async function appendAll(handle: promises.FileHandle, chunks: readonly Buffer[]): Promise<void> {
  const { bytesWritten } = await handle.writev(chunks)
  for (const rest of behind(bytesWritten, chunks)) await handle.appendFile(rest)
}

function writeAll(fd: number, chunks: readonly Buffer[]): void {
  for (const rest of behind(fs.writevSync(fd, chunks), chunks)) fs.writeFileSync(fd, rest)
}

/** The chunks without the first `bytes`. */
function* behind(bytes: number, chunks: readonly Buffer[]): Iterable<Buffer> {
  for (const chunk of chunks) {
    if (bytes < chunk.length) yield chunk.subarray(bytes)
    bytes = Math.max(0, bytes - chunk.length)
  }
}

async function readWhole(handle: promises.FileHandle, into: Buffer, position: number): Promise<number> {
  let filled = 0
  while (filled < into.length) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled
}

/** All of it, or, of what fails, nothing behind the first `bytes`. */
function appendWhole(fd: number, chunks: readonly Buffer[], bytes: number): void {
  try {
    writeAll(fd, chunks)
  } catch (error) {
    fs.ftruncateSync(fd, bytes)
    throw error
  }
}

function factsOf(stats: fs.BigIntStats): FileFacts {
  return {
    kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other',
    uid: Number(stats.uid),
    mode: Number(stats.mode),
    size: Number(stats.size),
    mtimeMs: Number(stats.mtimeMs),
    device: stats.dev,
    identity: `${stats.dev}:${stats.ino}`,
    bornNs: stats.birthtimeNs,
  }
}

function changed(path: string): Error {
  return new Error(`${path} was changed by someone else`)
}

function unlessAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error
}
