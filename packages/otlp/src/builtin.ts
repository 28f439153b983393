import { createRequire } from 'node:module'

/**
 * A module of Node.js's own, loaded when it is first needed, so that a start does not wait for it.
 * Not by `require`, where Node.js has another way (20.16): Jest gives each test file a `require` of
 * its own, and fails the run if that is called once the tests of the file are over.
 */
export function builtin<Module>(name: `node:${string}`): Module {
  const { getBuiltinModule } = process as { getBuiltinModule?(name: string): unknown }
  // Not by a plain `require` of what is no literal, of which webpack warns.
  return (getBuiltinModule?.(name) ?? createRequire(__filename)(name)) as Module
}
