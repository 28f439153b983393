import Hapi from '@hapi/hapi'
import bunyan from 'bunyan'
import connect from 'connect'
import DataLoader from 'dataloader'
import genericPool from 'generic-pool'
import knex from 'knex'
import memoizer from 'lru-memoizer'
import winston from 'winston'
import { hasRestify } from './has-restify.cjs'
import use from './use.cjs'

const restify = hasRestify && (await import('restify')).default

const libraries = { bunyan, connect, DataLoader, genericPool, Hapi, knex, memoizer, restify, winston }
await use(libraries, Number(process.argv[2]))
