import type { ServerName, Servers } from '../../../backends/src/servers/install'

const installed = JSON.parse(process.env['HEDDLE_TEST_SERVERS'] ?? '{}') as Servers

/** `describe` where these servers are installed, else `describe.skip`. */
export const describeWithServer = (...names: readonly ServerName[]) =>
  names.every((name) => installed[name] !== undefined) ? describe : describe.skip

/** @throws where it is not installed: only called in tests that run. */
export function programOf(name: ServerName): string {
  const program = installed[name]
  if (program === undefined) throw new Error(`${name} is not installed here`)
  return program
}
