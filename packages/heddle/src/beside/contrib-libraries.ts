/**
 * OpenTelemetry contrib's instrumentations of libraries that none of ours is for: their names, as
 * in `OTEL_NODE_ENABLED_INSTRUMENTATIONS`, and the package that each of them instruments.
 */
export const CONTRIB_LIBRARIES = {
  bunyan: 'bunyan',
  'cassandra-driver': 'cassandra-driver',
  connect: 'connect',
  cucumber: '@cucumber/cucumber',
  dataloader: 'dataloader',
  'generic-pool': 'generic-pool',
  hapi: '@hapi/hapi',
  knex: 'knex',
  'lru-memoizer': 'lru-memoizer',
  memcached: 'memcached',
  mysql: 'mysql',
  oracledb: 'oracledb',
  restify: 'restify',
  sequelize: 'sequelize',
  tedious: 'tedious',
  typeorm: 'typeorm',
  winston: 'winston',
} as const satisfies Readonly<Record<string, string>>

/** The name of an instrumentation of contrib's that is loaded with its library. */
export type ContribName = keyof typeof CONTRIB_LIBRARIES

/** Those that have no library to be loaded with, or one that ours are for. They are never loaded. */
export const OTHER_CONTRIB_NAMES: readonly string[] = [
  'aws-lambda',
  'dns',
  'fs',
  'host-metrics',
  'mongoose',
  'net',
  'router',
  'runtime-node',
]
