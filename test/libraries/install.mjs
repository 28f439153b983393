// Before the tests, so that the time that it takes is not theirs: the servers that are not there yet,
// and the Node lines.
import { installServers } from '../../backends/dist/servers/install.js'
import installNodes from '../lines/install-nodes.mjs'

export default async function install() {
  const servers = await installServers((line) => process.stderr.write(`${line}\n`))
  process.env.HEDDLE_TEST_SERVERS = JSON.stringify(servers)
  installNodes()
}
