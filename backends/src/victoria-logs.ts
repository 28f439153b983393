import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Daemon, startDaemon } from './daemon'

export interface VictoriaLogs extends Daemon {
  readonly url: string
  /** For exporters of OTLP over HTTP. */
  readonly otlpLogsUrl: string
}

/** VictoriaLogs with its data in a temporary folder that is deleted when it is stopped. */
export async function startVictoriaLogs(binary: string, port: number): Promise<VictoriaLogs> {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-victoria-logs-'))
  const clear = () => rmSync(folder, { recursive: true, force: true })
  const url = `http://127.0.0.1:${port}`
  try {
    const daemon = await startDaemon({
      name: 'victoria-logs',
      command: binary,
      args: [`-httpListenAddr=127.0.0.1:${port}`, `-storageDataPath=${folder}`, '-loggerLevel=WARN'],
      readyUrl: `${url}/health`,
    })
    daemon.process.once('exit', clear)
    return { ...daemon, url, otlpLogsUrl: `${url}/insert/opentelemetry/v1/logs` }
  } catch (error) {
    clear()
    throw error
  }
}
