import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const TASK = {
  Cluster: 'default',
  TaskARN: 'arn:aws:ecs:us-west-2:111122223333:task/default/158d1c8083dd49d6b527399fd6414f5c',
  Family: 'curltest',
  Revision: '26',
  LaunchType: 'FARGATE',
  AvailabilityZone: 'us-west-2d',
}
const CONTAINER = { ContainerARN: 'arn:aws:ecs:us-west-2:111122223333:container/abc', LogDriver: 'none' }

const ANSWERS: readonly (readonly [path: RegExp, answer: string])[] = [
  [/^\/ecs$/, JSON.stringify(CONTAINER)],
  [/^\/ecs\/task$/, JSON.stringify(TASK)],
  [/project-id$/, 'a-project'],
  [/machine-type$/, 'projects/1/machineTypes/n1'],
  [/zone$/, 'projects/1/zones/us-central1-a'],
]

/** The metadata services of ECS and of Google's cloud, as far as official detectors ask them. */
export async function cloudMetadata() {
  const asked: { readonly url: string; readonly isTraced: boolean }[] = []
  const server = createServer(({ url = '', headers }, response) => {
    asked.push({ url, isTraced: headers['traceparent'] !== undefined })
    response.setHeader('metadata-flavor', 'Google')
    response.end(ANSWERS.find(([path]) => path.test(url))?.[1] ?? 'x')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
