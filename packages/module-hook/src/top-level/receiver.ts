import { HANDED_OVER, type HandedOver } from './text'

type Receive = (handedOver: HandedOver) => void

const place = globalThis as { [HANDED_OVER]?: HandedOver[] }
const receivers = new Set<Receive>()
let stopListening: (() => boolean) | undefined

/** What has been handed over until now: by a bundle that ran before somebody asked for it, too. */
export function handedOver(): readonly HandedOver[] {
  return [...(place[HANDED_OVER] ?? [])]
}

/** Calls `receive` for each file that hands itself over from now on. Returns what ends that. */
export function receiveHandedOver(receive: Receive): () => void {
  receivers.add(receive)
  stopListening ??= listen()
  return () => {
    if (!receivers.delete(receive) || receivers.size > 0) return
    // Otherwise another copy of this package, in an instrumentation that stands alone, has come later.
    if (stopListening?.()) stopListening = undefined
  }
}

/**
 * The list stays the one that the texts know, so that whoever comes later finds all of it there.
 * Returns what ends that, and says whether it could.
 */
function listen(): () => boolean {
  place[HANDED_OVER] ??= []
  const list = place[HANDED_OVER]
  const before = list.push
  const push: typeof before = (...added) => {
    const length = before.apply(list, added)
    for (const each of added) for (const receive of receivers) receive(each)
    return length
  }
  list.push = push
  return () => {
    if (list.push !== push) return false
    list.push = before
    return true
  }
}

/** Forgets the last one of this file: what is in Node's cache of modules is found there. */
export function forgetHandedOver(packageName: string, file: string): void {
  const list = place[HANDED_OVER] ?? []
  const index = list.findLastIndex(([name, itsFile]) => name === packageName && itsFile === file)
  if (index >= 0) list.splice(index, 1)
}
