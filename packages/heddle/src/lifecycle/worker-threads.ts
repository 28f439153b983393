import { BroadcastChannel, threadId, type Worker } from 'node:worker_threads'

/**
 * What the main thread asks of worker threads, and they of themselves. None may throw or reject.
 */
interface ThreadActions {
  flush(): Promise<void>
  shutdown(): Promise<void>
  /** Within this call. */
  save(): void
}

type Request = { readonly ask: 'flush' | 'shutdown' } | { readonly ask: 'save'; readonly answers: Int32Array }
type Message = Request | { readonly joined: number } | { readonly done: number } | { readonly left: number }

const CHANNEL = 'heddle.threads'
/** How long the end of the process waits for worker threads to write what they hold. */
const SAVE_WITHIN_MS = 250

/** The worker threads that run Heddle too, as the main thread sees them. */
interface WorkerThreads {
  areThere(): boolean
  /** Resolves when all of them have done it, or ended. */
  ask(what: 'flush' | 'shutdown'): Promise<void>
  /**
   * For the `exit` event, after which Node stops worker threads: blocks until all of them have
   * saved, for 250 ms at most.
   */
  saveAll(): void
  stop(): void
}

/**
 * Node tells only the main thread of a signal, and stops worker threads without an event when the
 * main thread ends. So the main thread asks them to deliver, or to keep, what they hold. Without a
 * worker, this costs nothing.
 */
export function watchWorkerThreads(onJoin: () => void): WorkerThreads {
  const members = new Set<number>()
  let channel: BroadcastChannel | undefined
  const waiters = new Set<{ readonly missing: Set<number>; readonly resolve: () => void }>()
  const settle = (id: number) => {
    for (const waiter of waiters) {
      waiter.missing.delete(id)
      if (waiter.missing.size > 0) continue
      waiters.delete(waiter)
      waiter.resolve()
    }
  }
  const forget = (id: number) => {
    members.delete(id)
    settle(id)
  }
  const onWorker = (worker: Worker) => {
    const id = worker.threadId
    channel ??= open((message) => {
      if ('joined' in message) {
        members.add(message.joined)
        onJoin()
      } else if ('done' in message) settle(message.done)
      else if ('left' in message) forget(message.left)
    })
    worker.once('exit', () => forget(id))
  }
  process.on('worker', onWorker)
  return {
    areThere: () => members.size > 0,
    ask(what) {
      if (members.size === 0) return Promise.resolve()
      return new Promise((resolve) => {
        waiters.add({ missing: new Set(members), resolve })
        post(channel, { ask: what })
      })
    },
    saveAll() {
      if (members.size === 0) return
      const answers = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
      post(channel, { ask: 'save', answers })
      const deadline = performance.now() + SAVE_WITHIN_MS
      for (let count = 0; count < members.size; count = Atomics.load(answers, 0)) {
        if (Atomics.wait(answers, 0, count, deadline - performance.now()) === 'timed-out') return
      }
    },
    stop() {
      process.removeListener('worker', onWorker)
      // While the process is being ended, the answers are still to come.
      if (waiters.size === 0) channel?.close()
    },
  }
}

/** The other side, in a worker thread. Returns the function that takes it out. */
export function joinMainThread(actions: ThreadActions): () => void {
  let isEnding = false
  const channel = open((message) => {
    if (!('ask' in message)) return
    isEnding ||= message.ask === 'shutdown'
    if (message.ask === 'save') {
      actions.save()
      Atomics.add(message.answers, 0, 1)
      Atomics.notify(message.answers, 0)
    } else {
      void actions[message.ask]().then(() => post(channel, { done: threadId }))
    }
  })
  post(channel, { joined: threadId })
  return () => {
    if (isEnding) return
    post(channel, { left: threadId })
    channel.close()
  }
}

/** It does not keep a thread alive. */
function open(onMessage: (message: Message) => void): BroadcastChannel {
  const channel = new BroadcastChannel(CHANNEL) as BroadcastChannel & { unref(): void }
  channel.onmessage = (event) => onMessage((event as { data: Message }).data)
  channel.unref()
  return channel
}

/** The channel may have been closed meanwhile. */
function post(channel: BroadcastChannel | undefined, message: Message): void {
  try {
    channel?.postMessage(message)
  } catch {
    // Then nobody waits for it either.
  }
}
