import type { TopLevel } from '@heddle/module-hook'
import type { Calls } from '../calls'
import { type CreatingClass, patchCreate } from '../gen-ai/create'
import type { Library } from '../library'
import { MESSAGES } from './messages'

/** From 0.134 on the SDK makes spans of its own, by the conventions too. */
const FIRST_THAT_TRACES = 134

/**
 * Anthropic by `@anthropic-ai/sdk` before 0.134: a span for each call of a model, its retries
 * included, which the helpers (`parse()`, `stream()`, `toolRunner()`) make in the same way.
 *
 * @see https://github.com/open-telemetry/semantic-conventions-genai/blob/main/docs/gen-ai/anthropic.md
 */
export const ANTHROPIC: Library = {
  name: 'anthropic',
  files: ['resources/messages/messages', 'resources/beta/messages/messages'].flatMap((file) =>
    ['.js', '.mjs'].map((extension) => ({
      packageName: '@anthropic-ai/sdk',
      file: file + extension,
      isModule: extension === '.mjs',
      names: ['Messages'],
      majors: [0],
      patch: (topLevel: TopLevel, calls: Calls, version: string) =>
        Number(version.split('.')[1]) < FIRST_THAT_TRACES
          ? patchCreate(topLevel['Messages'] as CreatingClass, MESSAGES, calls)
          : [],
    })),
  ),
}
