// Before the services: their tables, prices and topic.
import { Kafka, logLevel } from 'kafkajs'
import pg from 'pg'

const client = new pg.Client()
await client.connect()
await client.query(`
  CREATE TABLE prices (item text PRIMARY KEY, cents integer NOT NULL);
  INSERT INTO prices VALUES ('tea', 450), ('cup', 1200);
  CREATE TABLE orders (id text PRIMARY KEY, shop text NOT NULL, cents integer NOT NULL);
  CREATE TABLE shipments (order_id text NOT NULL, item text NOT NULL, PRIMARY KEY (order_id, item));
`)
await client.end()

// A broker that has just started has no coordinator of groups yet.
const kafka = new Kafka({ brokers: [process.env.KAFKA_ADDRESS], logLevel: logLevel.NOTHING })
const admin = kafka.admin()
await admin.connect()
await admin.createTopics({ waitForLeaders: true, topics: [{ topic: 'orders', numPartitions: 3 }] })
for (let isReady = false; !isReady; )
  isReady = await admin.fetchOffsets({ groupId: 'shipping', topics: ['orders'] }).then(
    () => true,
    () => false,
  )
await admin.disconnect()
