// A query with a parameter, by the pool.
const { Pool } = require('pg')
const { offerCalls } = require('../../harness/processes/work.cjs')

const pool = new Pool({ host: '127.0.0.1', port: Number(process.env.BENCH_PG_PORT), user: 'bench', database: 'shop' })
offerCalls(() => pool.query('SELECT id FROM users WHERE id = $1', [7]))
