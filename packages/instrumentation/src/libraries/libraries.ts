import { AMQPLIB } from './amqplib/amqplib'
import { AWS_SDK } from './aws-sdk/aws-sdk'
import { BULLMQ } from './bullmq/bullmq'
import { GRAPHQL } from './graphql/graphql'
import { GRPC } from './grpc/grpc'
import { IOREDIS } from './ioredis/ioredis'
import { KAFKAJAVASCRIPT } from './kafka-javascript/kafka-javascript'
import { KAFKAJS } from './kafkajs/kafkajs'
import type { Library } from './library'
import { MONGODB } from './mongodb/mongodb'
import { NATS } from './nats/nats'
import { PG } from './pg/pg'
import { REDIS } from './redis/redis'
import { SOCKETIO } from './socket.io/socket.io'

/** The libraries that are traced, by their names in `OTEL_NODE_DISABLED_INSTRUMENTATIONS`. */
export const LIBRARIES = {
  amqplib: AMQPLIB,
  'aws-sdk': AWS_SDK,
  bullmq: BULLMQ,
  graphql: GRAPHQL,
  grpc: GRPC,
  ioredis: IOREDIS,
  'kafka-javascript': KAFKAJAVASCRIPT,
  kafkajs: KAFKAJS,
  mongodb: MONGODB,
  nats: NATS,
  pg: PG,
  redis: REDIS,
  'socket.io': SOCKETIO,
} as const satisfies Readonly<Record<string, Library>>

/** The name of a library that is traced. */
export type LibraryName = keyof typeof LIBRARIES
