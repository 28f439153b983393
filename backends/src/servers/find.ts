import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What Debian's packages have, in the order in which a choice is made. */
interface Packaged {
  readonly package: string
  /** The program's path on this machine, if the package is installed. */
  readonly find: () => string | undefined
}

// Debian keeps each version of PostgreSQL in a folder of its own, outside the PATH.
const POSTGRES = '/usr/lib/postgresql'

export const PACKAGED = {
  postgres: {
    package: 'postgresql',
    find: () => inFolders('postgres', [...postgresFolders(), ...path()]),
  },
  // No service and no user comes with it, unlike with mariadb-server.
  mariadb: {
    package: 'mariadb-server-core',
    find: () => inFolders('mariadbd', ['/usr/sbin', ...path()]),
  },
  redis: {
    package: 'redis-server',
    find: () => inFolders('redis-server', path()),
  },
  // The one in the PATH of Debian's changes to the user of the package.
  rabbitmq: {
    package: 'rabbitmq-server',
    find: () => inFolders('rabbitmq-server', ['/usr/lib/rabbitmq/bin']),
  },
} satisfies Record<string, Packaged>

const path = () => (process.env['PATH'] ?? '').split(delimiter)

function postgresFolders(): readonly string[] {
  if (!existsSync(POSTGRES)) return []
  const newestFirst = readdirSync(POSTGRES).sort((one, other) => Number(other) - Number(one))
  return newestFirst.map((version) => join(POSTGRES, version, 'bin'))
}

const inFolders = (name: string, folders: readonly string[]) =>
  folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
