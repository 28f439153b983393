import pg from 'pg'

export const dynamic = 'force-dynamic'

export async function GET() {
  const client = new pg.Client({ host: '127.0.0.1', port: Number(process.env.POSTGRES), user: 'heddle' })
  await client.connect()
  const { command } = await client.query('SELECT name FROM cats')
  await client.end()
  return Response.json({ command })
}
