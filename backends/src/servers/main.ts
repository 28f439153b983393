// `npm run servers`: installs the servers that the libraries' tests talk to, prints where their
// programs are, and starts nothing.
import { BackendsError } from '../install'
import { installServers } from './install'

installServers((line) => console.error(line)).then(
  (servers) => {
    for (const [name, path] of Object.entries(servers)) console.log(`${name} ${path}`)
  },
  (error: Error) => {
    console.error(`servers: ${error instanceof BackendsError ? error.message : (error.stack ?? error)}`)
    process.exitCode = 1
  },
)
