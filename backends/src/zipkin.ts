import { type Daemon, startDaemon } from './daemon'

export interface Zipkin extends Daemon {
  readonly url: string
  /** For the collector's Zipkin exporter. */
  readonly spansUrl: string
}

/** Zipkin with its spans in memory. */
export async function startZipkin(jar: string, port: number): Promise<Zipkin> {
  const url = `http://127.0.0.1:${port}`
  const daemon = await startDaemon({
    name: 'zipkin',
    command: 'java',
    args: [
      '-Xmx256m',
      '-jar',
      jar,
      '--armeria.ports[0].ip=127.0.0.1',
      `--armeria.ports[0].port=${port}`,
      '--armeria.ports[0].protocols[0]=http',
      '--logging.level.root=WARN',
    ],
    readyUrl: `${url}/health`,
  })
  return { ...daemon, url, spansUrl: `${url}/api/v2/spans` }
}
