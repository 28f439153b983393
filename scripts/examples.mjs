// `npm run examples`: runs each example as its README says, against a receiver in this process.
// Each must deliver its spans and logs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startReceiver } from '@heddle/receiver'

// The developer's own OTEL_* and HEDDLE_* variables have no effect here.
const ownEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(OTEL|HEDDLE)_/.test(name)))
const receiver = await startReceiver()
let failures = 0

await check('express', { PORT: '0' }, { hitsPort: true, spans: ['GET /hello/:name'], logs: ['greeting'] })
await check('fastify', { PORT: '0' }, { hitsPort: true, spans: ['GET /hello/:name'], logs: ['greeting'] })
await check('callbacks', {}, { spans: ['checkout', 'charge'], logs: ['order placed', 'card needs confirmation'] })
await check('stock-sdk', {}, { spans: ['GET'], logs: ['asked'] })

await receiver.close()
console.log(failures === 0 ? 'every example delivered' : `${failures} of the examples did not deliver`)
process.exitCode = failures === 0 ? 0 : 1

async function check(name, env, expected) {
  receiver.clear()
  const cwd = fileURLToPath(new URL(`../examples/${name}`, import.meta.url))
  const app = spawn('npm', ['start', '--silent'], {
    cwd,
    env: { ...ownEnv, ...env, OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  app.stdout.resume()
  const exited = once(app, 'exit')
  try {
    if (expected.hitsPort) {
      const port = await listeningPort(app)
      const answer = await fetch(`http://127.0.0.1:${port}/hello/heddle`)
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
      // The signal goes to the whole process group, as npm does not pass it on to its children.
      process.kill(-app.pid, 'SIGTERM')
    }
    await exited
    for (const span of expected.spans)
      await receiver.waitFor(() => receiver.spans.find((got) => got.name === span), { what: span })
    for (const log of expected.logs) {
      const record = await receiver.waitFor(() => receiver.logs.find((got) => got.body === log), { what: log })
      if (!receiver.spans.some((span) => span.spanId === record.spanId))
        throw new Error(`the log "${log}" is in no span`)
    }
    console.log(`examples/${name}: spans and logs arrived under the same ids`)
  } catch (error) {
    failures += 1
    console.error(`examples/${name}: ${error.message}`)
    if (app.exitCode === null && app.signalCode === null) process.kill(-app.pid, 'SIGKILL')
  }
}

function listeningPort(app) {
  return new Promise((resolve, reject) => {
    let output = ''
    app.stdout.on('data', (chunk) => {
      output += chunk
      const port = /"port":(\d+)|127\.0\.0\.1:(\d+)/.exec(output)
      if (port) resolve(port[1] ?? port[2])
    })
    app.once('exit', () => reject(new Error(`it ended before it listened: ${output}`)))
  })
}
