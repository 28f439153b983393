/** How often the guard checks whether the app still has something to do. */
const LOOK_MS = 100
/** For how many looks in a row it must have had nothing: the app may just be between two steps. */
const LOOKS = 4

/**
 * Requests of libuv that hold the event loop although their handles are unref'd, and that end when
 * the socket is destroyed. Those of an HTTP/2 session have `Simple` before their names.
 */
const REQUEST = /ConnectWrap$|^GetAddrInfoReqWrap$|^(?:Simple)?(?:WriteWrap|ShutdownWrap)$/
/** The handle that such a request is on, while Node.js has it ref'd. */
const HANDLE = /^(?:TCPSocketWrap|TCPWRAP|TLSWrap)$/
/** stdin, stdout and stderr, which are in the list whether or not someone waits for them. */
const STANDARD_STREAM = /^(?:TTYWrap|PipeWrap|PIPEWRAP)$/

/** The error of an operation that was given up. */
export class GivenUp extends Error {
  constructor() {
    super('given up, as the process had nothing else left to do')
  }
}

/** Cancels an operation in flight. */
type GiveUp = () => void

const onTheirWay = new Set<GiveUp>()
let ownTimers = 0
/** Node.js does not list them. */
let ownLookups = 0
let looking: NodeJS.Timeout | undefined
let alone = 0

/**
 * While an operation is in flight, sees to it that the operation does not keep a process from
 * ending that has nothing left to do. All our sockets are unref'd, but a connection that is just
 * being opened, and bytes that the kernel has no room for, hold the event loop in spite of that,
 * and no API of Node.js lets go of them. So when for 0.4 s nothing else holds the loop, they are
 * given up: what they carry is kept and tried again, by this process if it lives on. Returns what
 * is to be called at the end of the operation.
 */
export function whileOnItsWay(giveUp: GiveUp): () => void {
  onTheirWay.add(giveUp)
  looking ??= setInterval(look, LOOK_MS).unref()
  return () => {
    if (!onTheirWay.delete(giveUp) || onTheirWay.size > 0) return
    clearInterval(looking)
    looking = undefined
    alone = 0
  }
}

/**
 * A timer of ours that holds the loop for a while, on purpose. It must not pass for one of the
 * app's.
 */
export function countOwnTimer(by: 1 | -1): void {
  ownTimers += by
}

/** A query to a name server. */
export function countOwnLookup(by: 1 | -1): void {
  ownLookups += by
}

function look(): void {
  alone = isAlone() ? alone + 1 : 0
  if (alone < LOOKS) return
  alone = 0
  for (const giveUp of [...onTheirWay]) giveUp()
}

/** Whether the loop is held by requests of ours, and by nothing else that Node.js knows of. */
function isAlone(): boolean {
  let requests = 0
  let handles = 0
  let timers = 0
  for (const type of process.getActiveResourcesInfo()) {
    if (REQUEST.test(type)) requests++
    else if (HANDLE.test(type)) handles++
    else if (type === 'Timeout') timers++
    else if (!STANDARD_STREAM.test(type)) return false
  }
  const count = onTheirWay.size
  return requests + ownLookups > 0 && requests <= count && handles <= count && timers <= ownTimers
}
