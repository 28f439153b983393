import type { TopLevel } from '@heddle/module-hook'
import type { Undo } from '../../patch'
import type { Calls } from '../calls'
import type { Library } from '../library'
import { patchRequests } from './client'
import { patchHandling } from './server'

/** In 1 the class of clients and of servers has a file of its own. */
const ONE = ['dist/cjs/shared/protocol.js', 'dist/esm/shared/protocol.js'].map((file) => ({
  packageName: '@modelcontextprotocol/sdk',
  file,
  isModule: file.startsWith('dist/esm'),
  names: ['Protocol'],
  majors: [1],
  patch: (topLevel: TopLevel, calls: Calls) => patchProtocol((topLevel['Protocol'] as Class).prototype, calls),
}))

/** In 2 its file has a new name in each release, and what extends it is found in another. */
const TWO = (
  [
    ['@modelcontextprotocol/client', 'Client'],
    ['@modelcontextprotocol/server', 'Server'],
  ] as const
).flatMap(([packageName, name]) =>
  ['dist/index.cjs', 'dist/index.mjs'].map((file) => ({
    packageName,
    file,
    isModule: file.endsWith('.mjs'),
    // In an ES module the word `exports` would make a bundler take it for CommonJS.
    names: [file.endsWith('.mjs') ? name : 'exports'],
    majors: [2],
    patch(topLevel: TopLevel, calls: Calls) {
      const declared = (topLevel['exports'] ?? topLevel) as Readonly<Record<string, Class>>
      return patchProtocol(Object.getPrototypeOf(declared[name]!.prototype), calls)
    },
  })),
)

/**
 * The Model Context Protocol by `@modelcontextprotocol/sdk`, or `/client` and `/server`: a span for
 * each request at either end, in one trace, whatever brings it there. A notification is no span.
 *
 * @see https://github.com/open-telemetry/semantic-conventions-genai/blob/main/docs/gen-ai/mcp.md
 */
export const MCP: Library = { name: 'mcp', files: [...ONE, ...TWO] }

interface Class {
  readonly prototype: object
}

function patchProtocol(prototype: object, calls: Calls): Undo[] {
  return [...patchRequests(prototype, calls), ...patchHandling(prototype, calls)]
}
