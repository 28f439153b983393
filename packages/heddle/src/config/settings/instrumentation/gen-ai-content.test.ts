import { resolve } from '../../fixtures/resolve'

const VARIABLE = 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT'

test.each([
  [undefined, false],
  ['NO_CONTENT', false],
  ['false', false],
  ['true', true],
  ['span_only', true],
])('%s: content is recorded: %s', (value, expected) => {
  expect(resolve({}, { [VARIABLE]: value })).toMatchObject({ genAiContent: expected, warnings: [] })
})

test.each([
  ['EVENT_ONLY', false],
  ['SPAN_AND_EVENT', true],
])('%s: that there are no events is said', (value, expected) => {
  const said = [expect.stringContaining('in no events')]
  expect(resolve({}, { [VARIABLE]: value })).toMatchObject({ genAiContent: expected, warnings: said })
})
