const { hasRestify } = require('./has-restify.cjs')

const libraries = {
  bunyan: require('bunyan'),
  connect: require('connect'),
  DataLoader: require('dataloader'),
  genericPool: require('generic-pool'),
  Hapi: require('@hapi/hapi'),
  knex: require('knex'),
  memoizer: require('lru-memoizer'),
  restify: hasRestify && require('restify'),
  winston: require('winston'),
}
require('./use.cjs')(libraries, Number(process.argv[2]))
