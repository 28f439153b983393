import { HANDED_OVER, type HandedOver } from './text'

type Place = { push(handedOver: HandedOver): unknown }
const place = globalThis as { [HANDED_OVER]?: Place | HandedOver[] }

/**
 * Calls `receive` for each file that hands itself over from now on, and for those of a bundle that
 * have run before. Returns what ends that.
 */
export function receiveHandedOver(receive: (handedOver: HandedOver) => void): () => void {
  const before = place[HANDED_OVER]
  const receiver: Place = {
    push(handedOver) {
      receive(handedOver)
      // Another copy of this package, in an instrumentation that stands alone.
      before?.push(handedOver)
    },
  }
  place[HANDED_OVER] = receiver
  if (Array.isArray(before)) for (const handedOver of [...before]) receive(handedOver)
  return () => {
    if (place[HANDED_OVER] !== receiver) return
    if (before === undefined) delete place[HANDED_OVER]
    else place[HANDED_OVER] = before
  }
}
