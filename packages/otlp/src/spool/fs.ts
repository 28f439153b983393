/** What is at a path. Symbolic links are not followed. */
export interface FileFacts {
  readonly kind: 'file' | 'directory' | 'other'
  readonly uid: number
  readonly mode: number
  readonly size: number
  readonly mtimeMs: number
  readonly device: bigint
  /**
   * Device and inode: unique among all files that exist at one time. A deleted file may pass them
   * on.
   */
  readonly identity: string
  /**
   * When it was made, in nanoseconds, which tells it apart from what had its inode before; 0 where
   * the file system does not know.
   */
  readonly bornNs: bigint
}

/** A file that is being read. */
export interface StoredFile {
  /** As in its {@link FileFacts}. */
  readonly identity: string
  /** When it was opened. */
  readonly size: number
  /**
   * Fills the buffer from there on. Resolves to how much there was, which is less at the end of the
   * file alone.
   */
  read(into: Buffer, position: number): Promise<number>
  close(): Promise<void>
}

/** A file that is being written. */
export interface SpoolFile {
  /** As in its {@link FileFacts}. */
  readonly identity: string
  append(chunks: readonly Buffer[]): Promise<void>
  /** Waits until the disk has it. */
  sync(): Promise<void>
  truncate(bytes: number): Promise<void>
  close(): Promise<void>
}

/**
 * What the spool needs of a file system, so that tests can break it. No operation follows a
 * symbolic link at its path. Everything rejects or throws as `node:fs` does, except that what is
 * not there has no facts.
 */
export interface SpoolFs {
  /** With the parents that are missing. */
  makeDirectory(path: string): Promise<unknown>
  facts(path: string): Promise<FileFacts | undefined>
  /** The names of what is in it, some at a time, however many there are. */
  list(directory: string): AsyncIterable<string>
  /** Fails when the path exists. */
  create(path: string): Promise<SpoolFile>
  /** Waits until the disk has the entries of the directory. */
  syncDirectory(path: string): Promise<void>
  /** Fails with a RangeError when it is no file, or larger than `maxBytes`. */
  open(path: string, maxBytes: number): Promise<StoredFile>
  /**
   * Writes over what is there, at each of the positions. Fails, and changes nothing, when that is
   * another file by now.
   */
  overwrite(path: string, identity: string, bytes: Buffer, positions: readonly number[]): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Makes an empty file, or one that exists new. */
  touch(path: string): Promise<void>
  /** The same for a process that is about to end, in which nothing asynchronous runs any more. */
  readonly sync: {
    makeDirectory(path: string): void
    facts(path: string): FileFacts | undefined
    /** A new file, whole: of one that fails, nothing is left. Returns its identity. */
    write(path: string, chunks: readonly Buffer[]): string
    /**
     * Behind what is there: of what fails, nothing is left. Fails, and changes nothing, when that
     * is another file, or not `bytes` long.
     */
    append(path: string, identity: string, chunks: readonly Buffer[], bytes: number): void
    remove(path: string): void
    touch(path: string): void
  }
}

/** Whether an operation failed because there is nothing at its path. */
export function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}
