const TOOL = { type: 'tool_use', id: 'toolu_1', name: 'weather', input: { city: 'secret' } }
const MESSAGE = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-test-1',
  content: [{ type: 'text', text: 'secret' }, TOOL],
  stop_reason: 'tool_use',
  stop_sequence: null,
  usage: { input_tokens: 4, output_tokens: 5, cache_read_input_tokens: 3, cache_creation_input_tokens: 2 },
}

/** What Anthropic answers, by the end of the path. */
export const ANTHROPIC_ANSWERS = {
  '/v1/messages': {
    whole: MESSAGE,
    chunks: [
      {
        type: 'message_start',
        message: { ...MESSAGE, content: [], stop_reason: null, usage: { ...MESSAGE.usage, output_tokens: 1 } },
      },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'sec' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'ret' } },
      { type: 'content_block_stop', index: 0 },
      { type: 'content_block_start', index: 1, content_block: { ...TOOL, input: {} } },
      { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '{"city":' } },
      { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '"secret"}' } },
      { type: 'content_block_stop', index: 1 },
      { type: 'message_delta', delta: { stop_reason: 'tool_use', stop_sequence: null }, usage: { output_tokens: 5 } },
      { type: 'message_stop' },
    ],
  },
}
