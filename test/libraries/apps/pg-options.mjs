// Asks PostgreSQL with options of Heddle's for it.
import { start } from 'heddle'

const heddle = start({ libraries: { pg: { queryParameters: true, requireParent: true } } })
const { default: pg } = await import('pg')

const client = new pg.Client(JSON.parse(process.argv[2]))
await client.connect()
await client.query('SELECT $1::text AS outside', ['of all spans'])
await heddle.span('a list', () => client.query('SELECT $1::text, $2::int', ['one', 2]))
await heddle.span('a configuration', () => client.query({ text: 'SELECT $1::text', values: ['three'] }))
await heddle.span('an object', () => {
  return new Promise((resolve) => client.query(new pg.Query('SELECT $1::text', ['four'])).on('end', resolve))
})
await client.end()
