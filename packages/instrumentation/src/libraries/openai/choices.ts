import { propertyOf, textOf } from '../../http-semantics/span-error'
import { listOf, longer, type Part, textPart, toolCall } from '../gen-ai/content'

const MAX_CHOICES = 128
const MAX_TOOL_CALLS = 128

interface ToolCall {
  id?: string | undefined
  name?: string | undefined
  input: string
}

interface Choice {
  text: string
  finishReason?: string | undefined
  readonly calls: Map<unknown, ToolCall>
}

/** The choices of a completion: whole ones, or those of which each chunk of a stream has a part. */
export class Choices {
  readonly #recordsContent: boolean
  readonly #choices = new Map<unknown, Choice>()

  constructor(recordsContent: boolean) {
    this.#recordsContent = recordsContent
  }

  read(part: unknown): void {
    const choice = known<Choice>(this.#choices, propertyOf(part, 'index'), MAX_CHOICES, () => ({
      text: '',
      calls: new Map(),
    }))
    if (choice === undefined) return
    choice.finishReason = textOf(part, 'finish_reason') ?? choice.finishReason
    if (!this.#recordsContent) return
    const message = propertyOf(part, 'message') ?? propertyOf(part, 'delta')
    choice.text = longer(choice.text, textOf(message, 'content') ?? textOf(part, 'text'))
    for (const [index, each] of listOf(propertyOf(message, 'tool_calls')).entries()) {
      const call = known<ToolCall>(choice.calls, propertyOf(each, 'index') ?? index, MAX_TOOL_CALLS, () => ({
        input: '',
      }))
      if (call === undefined) continue
      const called = propertyOf(each, 'function')
      call.id ??= textOf(each, 'id')
      call.name ??= textOf(called, 'name')
      call.input = longer(call.input, textOf(called, 'arguments'))
    }
  }

  finishReasons(): string[] {
    return [...this.#choices.values()].flatMap(({ finishReason }) => finishReason ?? [])
  }

  messages(): Part[] {
    return [...this.#choices.values()].map(({ text, calls, finishReason = '' }) => ({
      role: 'assistant',
      parts: [
        ...(text === '' ? [] : [textPart(text)]),
        ...[...calls.values()].map(({ id, name, input }) => toolCall(id, name, input)),
      ],
      finish_reason: finishReason === 'tool_calls' ? 'tool_call' : finishReason,
    }))
  }
}

function known<Value>(values: Map<unknown, Value>, key: unknown, max: number, create: () => Value): Value | undefined {
  const value = values.get(key) ?? (values.size < max ? create() : undefined)
  if (value !== undefined) values.set(key, value)
  return value
}
