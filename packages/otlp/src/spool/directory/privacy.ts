import type { FileFacts } from '../fs'

const WRITABLE_BY_OTHERS = 0o022

/** Which files and directories are this user's alone. All others are left alone. */
export class Privacy {
  readonly #uid: number | undefined

  constructor(uid: number | undefined) {
    this.#uid = uid
  }

  /** @throws Error when the path is not a directory of this user, to which others may not write */
  require(path: string, facts: FileFacts | undefined): void {
    if (facts?.kind !== 'directory') throw new Error(`${path} is not a directory (symbolic links are not followed)`)
    if (!this.isOursAlone(facts)) throw new Error(`${path} belongs to another user, or others may write to it`)
  }

  /** Whether {@link require} passes. */
  isKept(facts: FileFacts | undefined): boolean {
    return facts?.kind === 'directory' && this.isOursAlone(facts)
  }

  /** Always true on Windows, which has no uids. */
  isOursAlone({ uid, mode }: FileFacts): boolean {
    return this.#uid === undefined || (uid === this.#uid && (mode & WRITABLE_BY_OTHERS) === 0)
  }
}
