import pg from 'pg'

const { host, port, user, password, database } = JSON.parse(process.argv[2])
const client = new pg.Client({ host, port, user, password, database })
await client.connect()
const { rows } = await client.query('SELECT $1::int AS number', [42])
console.log(rows[0].number)
await client.end()
