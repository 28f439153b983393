import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../../backends/src/run'
import { programOf } from './installed'
import { quietPort } from './ports'
import { type Account, type Database, HOST, startServer, unprivileged } from './server'

const user = 'heddle'
const password = 'secret'
const database = 'heddle'

export async function startMariaDb(): Promise<Database> {
  const account = unprivileged()
  const server = await startServer(
    'mariadb',
    async (folder) => {
      const program = programOf('mariadb')
      // Two servers in one folder for temporary files remove each other's.
      const settings = ['--no-defaults', `--datadir=${folder}`, `--tmpdir=${folder}`, ...CARELESS]
      await createSystemTables(program, settings, folder, account)
      const port = await quietPort()
      return {
        name: 'mariadb',
        command: program,
        args: [
          ...settings,
          `--port=${port}`,
          `--bind-address=${HOST}`,
          '--skip-name-resolve',
          '--socket=socket',
          `--init-file=${join(folder, FIRST)}`,
        ],
        port,
        // The greeting: three bytes of length, a number, and the version of the protocol.
        question: { isReady: (answer) => answer[4] === 10 },
      }
    },
    account,
  )
  return { ...server, user, password, database }
}

/** What is lost in a crash of the machine is not wanted, and what is small is created soon. */
const CARELESS = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-flush-method=nosync',
  '--innodb-buffer-pool-size=32M',
  '--innodb-log-file-size=4M',
]

const BOOTSTRAP = 'bootstrap.sql'
const FIRST = 'first.sql'

/**
 * Does what mariadb-install-db does, which needs programs of further packages. A bootstrap reads one
 * statement a line.
 */
async function createSystemTables(program: string, settings: readonly string[], folder: string, account: Account) {
  writeFileSync(
    join(folder, BOOTSTRAP),
    ['create database mysql;', 'use mysql;', 'set @auth_root_socket=NULL;', ...systemTables()].join('\n'),
  )
  writeFileSync(
    join(folder, FIRST),
    [
      `create database ${database};`,
      `create user ${user}@'${HOST}' identified by '${password}';`,
      `grant all on *.* to ${user}@'${HOST}';`,
    ].join('\n'),
  )
  await run('sh', ['-c', 'exec "$@" <"$0"', join(folder, BOOTSTRAP), program, ...settings, '--bootstrap'], {
    cwd: folder,
    ...account,
  })
}

function systemTables(): readonly string[] {
  // Newer packages have renamed both the folder and the files.
  for (const share of ['/usr/share/mariadb', '/usr/share/mysql']) {
    const files = filesOf(share).filter((file) => /^(mariadb|mysql)_system_tables(_data)?\.sql$/.test(file))
    // The tables come before the data: `.` sorts before `_`.
    if (files.length > 0) return [...files].sort().map((file) => readFileSync(join(share, file), 'utf8'))
  }
  throw new Error('MariaDB’s system tables are not in /usr/share')
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
