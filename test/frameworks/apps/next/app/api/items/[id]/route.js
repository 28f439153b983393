import pino from 'pino'

const log = pino()

export async function GET(_request, { params }) {
  const { id } = await params
  log.info({ id }, 'item read')
  return Response.json({ id })
}
