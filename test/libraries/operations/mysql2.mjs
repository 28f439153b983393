import { createConnection } from 'mysql2/promise'

const { host, port, user, password, database } = JSON.parse(process.argv[2])
const connection = await createConnection({ host, port, user, password, database })
await connection.query('CREATE TABLE IF NOT EXISTS numbers (number INT)')
await connection.execute('INSERT INTO numbers VALUES (?)', [42])
const [rows] = await connection.query('SELECT number FROM numbers')
console.log(rows[0].number)
await connection.end()
