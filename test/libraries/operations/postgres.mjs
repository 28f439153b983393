import postgres from 'postgres'

const { host, port, user, password, database } = JSON.parse(process.argv[2])
const sql = postgres({ host, port, user, password, database })
const [row] = await sql`SELECT ${42}::int AS number`
console.log(row.number)
await sql.end()
