import type { Setting } from '../../reading/setting'
import { used } from '../../reading/variables'

const VARIABLE = 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT'
/** Those of Python's instrumentations, and those of JavaScript's, which are flags. */
const WORDS = ['no_content', 'span_only', 'event_only', 'span_and_event', 'true', 'false'] as const
const ON_SPANS: readonly unknown[] = ['span_only', 'span_and_event', 'true']
const IN_EVENTS: readonly unknown[] = ['event_only', 'span_and_event']

/**
 * `OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT`, which has no option in code: whether spans of
 * generative AI have what was said. There are no events of it.
 *
 * @see https://github.com/open-telemetry/semantic-conventions-genai/blob/main/docs/gen-ai/gen-ai-spans.md#capturing-instructions-inputs-and-outputs
 */
export const genAiContent: Setting<object, { readonly genAiContent: boolean }> = {
  checks: {},
  variables: { [VARIABLE]: used('no_content') },
  resolve(_given, { env, problems }) {
    const word = env.oneOf(WORDS, VARIABLE)
    if (IN_EVENTS.includes(word)) problems.warn(VARIABLE, `${word}: Heddle records content on spans, and in no events`)
    return { genAiContent: ON_SPANS.includes(word) }
  },
}
