import { type Attributes, type Span, SpanKind } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import { type Calls, failed, settled } from '../calls'
import type { Library } from '../library'
import { contextOf, describeMessage, handle, inject, type Operation } from '../messaging/messages'

interface Queue {
  readonly name: string
  readonly opts?: unknown
  add(name: string, data: unknown, options?: JobOptions): Promise<Job>
  addBulk(jobs: readonly BulkJob[]): Promise<readonly Job[]>
}

interface Worker {
  readonly name: string
  readonly opts?: unknown
  callProcessJob(job: Job, ...rest: unknown[]): Promise<unknown>
}

interface JobOptions {
  readonly repeat?: unknown
  readonly telemetry?: { readonly metadata?: string; readonly omitContext?: boolean }
}

interface BulkJob {
  readonly name: string
  readonly opts?: JobOptions | undefined
}

interface Job {
  readonly id?: string
  readonly name: string
  readonly opts?: JobOptions
}

const ADD: Operation = { name: 'add', type: 'send' }
const PROCESS: Operation = { name: 'process', type: 'process' }

/**
 * Jobs by `bullmq`: a span for each call that adds some, and for each that is processed, by the names
 * that BullMQ's own telemetry gives them. A queue or worker that has that one in its options is left to
 * it, and both carry the context in the same place.
 */
export const BULLMQ: Library = {
  name: 'bullmq',
  files: [
    { packageName: 'bullmq', file: 'dist/cjs/classes/queue.js', names: ['Queue'], majors: [5], patch: patchQueue },
    { packageName: 'bullmq', file: 'dist/cjs/classes/worker.js', names: ['Worker'], majors: [5], patch: patchWorker },
  ],
}

const SYSTEM = 'bullmq'

/** With these a handler says when to go on; the job has not failed. */
const POSTPONED: ReadonlySet<unknown> = new Set([
  'DelayedError',
  'RateLimitError',
  'WaitingChildrenError',
  'WaitingError',
])

const hasOwnTelemetry = (target: { readonly opts?: unknown }) => Boolean(propertyOf(target.opts, 'telemetry'))

function patchQueue(topLevel: { readonly Queue?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.Queue as { readonly prototype: Queue }
  return [
    patch(
      prototype,
      'add',
      (original) =>
        function add(this: Queue, name, data, options, ...rest: []) {
          const span = startAdding(this, calls, { 'bullmq.job.name': name })
          return span === undefined
            ? original.call(this, name, data, options, ...rest)
            : added(span, original.call(this, name, data, carrying(span, options), ...rest))
        },
    ),
    patch(
      prototype,
      'addBulk',
      (original) =>
        function addBulk(this: Queue, jobs, ...rest: []) {
          const span = Array.isArray(jobs)
            ? startAdding(this, calls, { 'messaging.batch.message_count': jobs.length })
            : undefined
          if (span === undefined) return original.call(this, jobs, ...rest)
          const sent = jobs.map((job) => ({ ...job, opts: carrying(span, job.opts) }))
          return settled(span, original.call(this, sent, ...rest))
        },
    ),
  ]
}

function startAdding(queue: Queue, calls: Calls, attributes: Attributes): Span | undefined {
  if (hasOwnTelemetry(queue)) return undefined
  return calls.start(() => describeMessage(SYSTEM, ADD, queue.name, attributes), SpanKind.PRODUCER)
}

/** The job has its id from Redis. */
async function added(span: Span, adding: Promise<Job>): Promise<Job> {
  return settled(
    span,
    adding.then((job) => {
      if (job.id !== undefined) span.setAttribute('messaging.message.id', job.id)
      return job
    }),
  )
}

/** Not for a job that is repeated: its trace would have no end. */
function carrying(span: Span, options: JobOptions | undefined): JobOptions | undefined {
  if (options?.repeat || options?.telemetry?.omitContext || options?.telemetry?.metadata) return options
  const carrier = {}
  inject(span, carrier)
  return { ...options, telemetry: { ...options?.telemetry, metadata: JSON.stringify(carrier) } }
}

function patchWorker(topLevel: { readonly Worker?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.Worker as { readonly prototype: Worker }
  return [
    patch(
      prototype,
      'callProcessJob',
      (original) =>
        function callProcessJob(this: Worker, job, ...rest) {
          const run = () => original.call(this, job, ...rest)
          if (!calls.enabled || hasOwnTelemetry(this)) return run()
          const parent = contextOf(carrierIn(job))
          const span = calls.start(
            () =>
              describeMessage(SYSTEM, PROCESS, this.name, {
                'bullmq.job.name': job.name,
                ...(job.id !== undefined && { 'messaging.message.id': job.id }),
              }),
            SpanKind.CONSUMER,
            parent,
          )
          if (span === undefined) return run()
          const end = () => span.end()
          return handle(span, parent, run, end, (error) =>
            POSTPONED.has(textOf(error, 'name')) ? end() : failed(span, error),
          ) as Promise<unknown>
        },
    ),
  ]
}

function carrierIn(job: Job): unknown {
  const metadata = job.opts?.telemetry?.metadata
  try {
    return metadata ? JSON.parse(metadata) : undefined
  } catch {
    return undefined
  }
}
