import { AMQPLIB } from './amqplib/amqplib'
import { BULLMQ } from './bullmq/bullmq'
import { GRAPHQL } from './graphql/graphql'
import { GRPC } from './grpc/grpc'
import { IOREDIS } from './ioredis/ioredis'
import { KAFKAJS } from './kafkajs/kafkajs'
import type { Library } from './library'
import { MONGODB } from './mongodb/mongodb'
import { NESTJS } from './nestjs/nestjs'
import { PG } from './pg/pg'
import { REDIS } from './redis/redis'

/** The libraries that are traced, by their names in `OTEL_NODE_DISABLED_INSTRUMENTATIONS`. */
export const LIBRARIES = {
  amqplib: AMQPLIB,
  bullmq: BULLMQ,
  graphql: GRAPHQL,
  grpc: GRPC,
  ioredis: IOREDIS,
  kafkajs: KAFKAJS,
  mongodb: MONGODB,
  'nestjs-core': NESTJS,
  pg: PG,
  redis: REDIS,
} as const satisfies Readonly<Record<string, Library>>

/** The name of a library that is traced. */
export type LibraryName = keyof typeof LIBRARIES
