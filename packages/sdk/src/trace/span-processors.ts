import type { Context } from '@opentelemetry/api'
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-node'

type ProcessedSpan = Parameters<SpanProcessor['onStart']>[0]

/** Processors as one, asked in their order. */
export class SpanProcessors {
  readonly #all: readonly SpanProcessor[]

  constructor(all: readonly SpanProcessor[]) {
    this.#all = all
  }

  onStart(span: ProcessedSpan, parentContext: Context): void {
    for (let i = 0; i < this.#all.length; i++) this.#all[i]!.onStart(span, parentContext)
  }

  onEnding(span: ProcessedSpan): void {
    for (let i = 0; i < this.#all.length; i++) this.#all[i]!.onEnding?.(span)
  }

  onEnd(span: ReadableSpan): void {
    for (let i = 0; i < this.#all.length; i++) this.#all[i]!.onEnd(span)
  }

  async forceFlush(): Promise<void> {
    await Promise.all(this.#all.map((processor) => processor.forceFlush()))
  }

  async shutdown(): Promise<void> {
    await Promise.all(this.#all.map((processor) => processor.shutdown()))
  }
}
