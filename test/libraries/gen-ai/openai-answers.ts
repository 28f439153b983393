const CHAT = { id: 'chatcmpl-1', model: 'gpt-4o-2024-08-06', service_tier: 'default', system_fingerprint: 'fp_1' }
const USAGE = {
  prompt_tokens: 10,
  completion_tokens: 5,
  prompt_tokens_details: { cached_tokens: 4 },
  completion_tokens_details: { reasoning_tokens: 2 },
}
const toolCall = {
  index: 0,
  id: 'call_1',
  type: 'function',
  function: { name: 'weather', arguments: '{"city":"secret"}' },
}
const delta = (index: number, delta: object, finish_reason: string | null = null) => ({
  ...CHAT,
  object: 'chat.completion.chunk',
  choices: [{ index, delta, finish_reason }],
})
const MESSAGE = {
  type: 'message',
  id: 'msg_1',
  role: 'assistant',
  content: [{ type: 'output_text', text: 'secret', annotations: [] }],
}
const RESPONSE = {
  id: 'resp_1',
  object: 'response',
  model: 'gpt-4o-2024-08-06',
  status: 'completed',
  service_tier: 'default',
  incomplete_details: null,
  error: null,
  conversation: { id: 'conv_1' },
  output: [
    MESSAGE,
    { type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'weather', arguments: '{"city":"secret"}' },
  ],
  usage: {
    input_tokens: 10,
    output_tokens: 5,
    input_tokens_details: { cached_tokens: 4 },
    output_tokens_details: { reasoning_tokens: 2 },
  },
}

/** What OpenAI answers, by the end of the path. */
export const OPENAI_ANSWERS = {
  '/chat/completions': {
    whole: {
      ...CHAT,
      object: 'chat.completion',
      choices: [
        { index: 0, message: { role: 'assistant', content: 'secret' }, finish_reason: 'stop' },
        {
          index: 1,
          message: { role: 'assistant', content: null, tool_calls: [toolCall] },
          finish_reason: 'tool_calls',
        },
      ],
      usage: USAGE,
    },
    chunks: [
      delta(0, { role: 'assistant', content: 'sec' }),
      delta(0, { content: 'ret' }),
      delta(0, {}, 'stop'),
      delta(1, {
        role: 'assistant',
        tool_calls: [{ ...toolCall, function: { name: 'weather', arguments: '{"city":' } }],
      }),
      delta(1, { tool_calls: [{ index: 0, function: { arguments: '"secret"}' } }] }, 'tool_calls'),
      { ...CHAT, object: 'chat.completion.chunk', choices: [], usage: USAGE },
    ],
  },
  '/embeddings': {
    whole: {
      object: 'list',
      model: 'text-embedding-3-small',
      data: [{ object: 'embedding', index: 0, embedding: [0.25] }],
      usage: { prompt_tokens: 3, total_tokens: 3 },
    },
    chunks: [],
  },
  '/responses': {
    whole: RESPONSE,
    chunks: [
      { type: 'response.created', response: { ...RESPONSE, status: 'in_progress', output: [], usage: null } },
      { type: 'response.output_item.added', output_index: 0, item: { ...MESSAGE, content: [] } },
      {
        type: 'response.content_part.added',
        item_id: 'msg_1',
        output_index: 0,
        content_index: 0,
        part: { type: 'output_text', text: '' },
      },
      { type: 'response.output_text.delta', item_id: 'msg_1', output_index: 0, content_index: 0, delta: 'secret' },
      { type: 'response.completed', response: RESPONSE },
    ],
  },
  '/completions': {
    whole: {
      id: 'cmpl-1',
      object: 'text_completion',
      model: 'davinci-002',
      choices: [{ index: 0, text: 'secret', finish_reason: 'length' }],
      usage: { prompt_tokens: 1, completion_tokens: 2 },
    },
    chunks: [],
  },
}
