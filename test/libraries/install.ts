import { installServers } from '../../backends/src/servers/install'

/**
 * Installs the servers that are not there yet, which takes minutes, before the tests' own time
 * begins to count.
 */
export default async function install(): Promise<void> {
  const servers = await installServers((line) => process.stderr.write(`${line}\n`))
  process.env['HEDDLE_TEST_SERVERS'] = JSON.stringify(servers)
}
