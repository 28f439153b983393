import { AMQPLIB } from './amqplib/amqplib'
import { ANTHROPIC } from './anthropic/anthropic'
import { AWS_SDK } from './aws-sdk/aws-sdk'
import { BULLMQ } from './bullmq/bullmq'
import { GRAPHQL } from './graphql/graphql'
import { GRPC } from './grpc/grpc'
import { HONO } from './hono/hono'
import { IOREDIS } from './ioredis/ioredis'
import { KAFKAJS } from './kafkajs/kafkajs'
import { KOA } from './koa/koa'
import type { Library } from './library'
import { MCP } from './mcp/mcp'
import { MONGODB } from './mongodb/mongodb'
import { MYSQL2 } from './mysql2/mysql2'
import { NATS } from './nats/nats'
import { OPENAI } from './openai/openai'
import { PG } from './pg/pg'
import { POSTGRES } from './postgres/postgres'
import { REDIS } from './redis/redis'
import { SOCKETIO } from './socket.io/socket.io'

/** The libraries that are traced, by their names in `OTEL_NODE_DISABLED_INSTRUMENTATIONS`. */
export const LIBRARIES = {
  amqplib: AMQPLIB,
  'aws-sdk': AWS_SDK,
  anthropic: ANTHROPIC,
  bullmq: BULLMQ,
  graphql: GRAPHQL,
  grpc: GRPC,
  hono: HONO,
  ioredis: IOREDIS,
  kafkajs: KAFKAJS,
  koa: KOA,
  mcp: MCP,
  mongodb: MONGODB,
  mysql2: MYSQL2,
  nats: NATS,
  openai: OPENAI,
  pg: PG,
  postgres: POSTGRES,
  redis: REDIS,
  'socket.io': SOCKETIO,
} as const satisfies Readonly<Record<string, Library>>

/** The name of a library that is traced. */
export type LibraryName = keyof typeof LIBRARIES
