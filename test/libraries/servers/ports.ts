import { randomInt } from 'node:crypto'
import { takenPorts } from '../../../backends/src/ports'

// Below those that systems hand out for port 0 and for connections: a server of another test takes
// none of these while ours is still starting.
const FIRST = 10_000
const END = 32_768

/** Different ports of the loopback interface that nobody listens on now. */
export async function quietPorts(count: number): Promise<readonly number[]> {
  const free = new Set<number>()
  while (free.size < count) {
    const port = randomInt(FIRST, END)
    if ((await takenPorts([port])).length === 0) free.add(port)
  }
  return [...free]
}

export async function quietPort(): Promise<number> {
  const [port] = (await quietPorts(1)) as [number]
  return port
}
