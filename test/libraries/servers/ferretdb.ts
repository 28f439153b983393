import { startServer } from './server'

const { ferretdb } = JSON.parse(process.env['HEDDLE_TEST_SERVERS'] ?? '{}') as { readonly ferretdb?: string }

/** `describe` where FerretDB is installed, else `describe.skip`. */
export const describeWithFerretDb = ferretdb === undefined ? describe.skip : describe

/** FerretDB, which speaks MongoDB's protocol, with its data in SQLite. */
export const startFerretDb = () =>
  startServer('ferretdb', (port, folder) => [
    ferretdb ?? 'ferretdb',
    '--handler=sqlite',
    `--sqlite-url=file:${folder}/`,
    `--state-dir=${folder}`,
    `--listen-addr=127.0.0.1:${port}`,
    '--debug-addr=-',
    '--telemetry=disable',
  ])
