// An ordinary Express app. Run it traced: node --import heddle/register app.mjs
import express from 'express'
import pino from 'pino'

const log = pino({ name: 'greeter' })
const app = express()

app.get('/hello/:name', (req, res) => {
  log.info({ name: req.params.name }, 'greeting')
  res.json({ hello: req.params.name })
})

const server = app.listen(process.env.PORT ?? 3000, () => log.info({ port: server.address().port }, 'listening'))
