import { propertyOf, textOf } from '../../http-semantics/span-error'
import { listOf, longer, typeOf } from '../gen-ai/content'

const MAX_BLOCKS = 128

/** A block, and the property that its deltas make longer. */
type Block = Record<string, unknown>

/** By the types of deltas: what of a block they make longer, and what of them is added. */
const GROWING = {
  text_delta: ['text', 'text'],
  thinking_delta: ['thinking', 'thinking'],
  input_json_delta: ['input', 'partial_json'],
} as const

/** The blocks of a message: of a whole one, or of which each event of a stream has a part. */
export class Blocks {
  readonly #blocks = new Map<unknown, Block>()

  read(part: unknown): void {
    for (const [index, block] of listOf(propertyOf(part, 'content')).entries()) this.#add(index, block)
    const index = propertyOf(part, 'index')
    if (typeOf(part) === 'content_block_start') this.#add(index, propertyOf(part, 'content_block'))
    if (typeOf(part) === 'content_block_delta') this.#grow(this.#blocks.get(index), propertyOf(part, 'delta'))
  }

  all(): readonly Block[] {
    return [...this.#blocks.values()]
  }

  #add(index: unknown, block: unknown): void {
    if (this.#blocks.size < MAX_BLOCKS) this.#blocks.set(index, { ...(block as Block) })
  }

  #grow(block: Block | undefined, delta: unknown): void {
    const growing = GROWING[typeOf(delta) as keyof typeof GROWING]
    if (block === undefined || growing === undefined) return
    const [name, added] = growing
    // The input of a tool begins as an object without properties.
    block[name] = longer(typeof block[name] === 'string' ? block[name] : '', textOf(delta, added))
  }
}
