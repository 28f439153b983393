// Before the tests: the Node lines that they run on.
import { HAS_NODE_BINARIES, installNode } from '../../scripts/node-line.mjs'

export default function installNodes() {
  const lines = HAS_NODE_BINARIES ? ['22', '24', '26'] : []
  process.env.HEDDLE_TEST_NODES = JSON.stringify(Object.fromEntries(lines.map((line) => [line, installNode(line)])))
}
