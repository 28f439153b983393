/**
 * Everything that is installed, pinned. A change here is a new build; the old binaries stay in the
 * cache.
 */
const COLLECTOR = 'v0.159.0'
const COLLECTOR_STABLE = 'v1.65.0'
const core = 'go.opentelemetry.io/collector'
const contrib = 'github.com/open-telemetry/opentelemetry-collector-contrib'

export const collectorBuilder = { module: `${core}/cmd/builder`, version: COLLECTOR }

/**
 * What the collector is made of: the manifest of OpenTelemetry's collector builder, as an object.
 */
export const collectorManifest = {
  dist: { name: 'otelcol', description: 'A collector for trying Heddle out', version: COLLECTOR.slice(1) },
  receivers: [
    { gomod: `${core}/receiver/otlpreceiver ${COLLECTOR}` },
    { gomod: `${contrib}/receiver/kafkareceiver v0.158.0` },
  ],
  connectors: [{ gomod: `${contrib}/connector/spanmetricsconnector ${COLLECTOR}` }],
  processors: [
    { gomod: `${core}/processor/batchprocessor ${COLLECTOR}` },
    { gomod: `${core}/processor/memorylimiterprocessor ${COLLECTOR}` },
    { gomod: `${contrib}/processor/attributesprocessor ${COLLECTOR}` },
    { gomod: `${contrib}/processor/filterprocessor ${COLLECTOR}` },
    { gomod: `${contrib}/processor/k8sattributesprocessor ${COLLECTOR}` },
    { gomod: `${contrib}/processor/resourceprocessor ${COLLECTOR}` },
    { gomod: `${contrib}/processor/tailsamplingprocessor ${COLLECTOR}` },
  ],
  exporters: [
    { gomod: `${core}/exporter/debugexporter ${COLLECTOR}` },
    { gomod: `${core}/exporter/nopexporter ${COLLECTOR}` },
    { gomod: `${core}/exporter/otlpexporter ${COLLECTOR}` },
    { gomod: `${core}/exporter/otlphttpexporter ${COLLECTOR}` },
    { gomod: `${contrib}/exporter/fileexporter ${COLLECTOR}` },
    { gomod: `${contrib}/exporter/kafkaexporter ${COLLECTOR}` },
    { gomod: `${contrib}/exporter/loadbalancingexporter ${COLLECTOR}` },
    { gomod: `${contrib}/exporter/prometheusexporter ${COLLECTOR}` },
    // One version behind: the registries do not have every module at every version.
    { gomod: `${contrib}/exporter/zipkinexporter v0.158.0` },
  ],
  extensions: [
    { gomod: `${contrib}/extension/bearertokenauthextension ${COLLECTOR}` },
    { gomod: `${contrib}/extension/healthcheckextension ${COLLECTOR}` },
    { gomod: `${contrib}/extension/sigv4authextension ${COLLECTOR}` },
    { gomod: `${contrib}/extension/storage/filestorage ${COLLECTOR}` },
  ],
  providers: [
    { gomod: `${core}/confmap/provider/envprovider ${COLLECTOR_STABLE}` },
    { gomod: `${core}/confmap/provider/fileprovider ${COLLECTOR_STABLE}` },
    { gomod: `${core}/confmap/provider/yamlprovider ${COLLECTOR_STABLE}` },
  ],
}

/**
 * Jaeger 2.13: the module's path has no `/v2`, so its tags still count as 1.x; `cmd/jaeger` is the
 * new binary.
 */
export const jaeger = { module: 'github.com/jaegertracing/jaeger', version: 'v1.76.0', main: './cmd/jaeger' }

export const victoriaLogs = {
  module: 'github.com/VictoriaMetrics/VictoriaLogs',
  version: 'v1.43.1',
  main: './app/victoria-logs',
}

/** The executable jar, and the plugin of Maven that fetches it. */
export const zipkin = {
  artifact: 'io.zipkin:zipkin-server:3.5.1:jar:exec',
  file: 'zipkin-server-3.5.1-exec.jar',
  fetchedBy: 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy',
}

/** The servers that the libraries' tests talk to; Debian chooses the versions of the others. */
export const nats = { module: 'github.com/nats-io/nats-server/v2', version: 'v2.15.3', main: '.' }

/** Speaks MongoDB's protocol. The last line of it that can keep its data in SQLite. */
export const ferretDb = {
  module: 'github.com/FerretDB/FerretDB',
  version: 'v1.24.2',
  main: './cmd/ferretdb',
  tags: ['ferretdb_no_postgresql'],
  files: { 'build/version/version.txt': 'v1.24.2\n' },
}

export const kafka = {
  version: '3.9.1',
  /** `slf4j-simple` prints what explains a failed start. */
  artifacts: ['org.apache.kafka:kafka_2.13:3.9.1', 'org.slf4j:slf4j-simple:1.7.36'],
  fetchedBy: 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
}

/** Answers as AWS does. Pip chooses the versions of what it needs. */
export const moto = { version: '5.2.5', packages: ['moto[dynamodb,s3]==5.2.5', 'flask', 'flask-cors'] }
