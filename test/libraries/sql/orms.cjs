const { within, callers } = require('../within.cjs')(({ code, message }) => code ?? message)

// Each has one connection: of three callers two wait for it.
const ORMS = {
  knex({ client, connection }) {
    const knex = require('knex')({ client, connection, pool: { min: 0, max: 1 } })
    return {
      run: (text) => knex.raw(text),
      ask: (each) => knex('names').where({ name: each }),
      transact: () => knex.transaction((transaction) => transaction('names').insert({ name: 'new' })),
      end: () => knex.destroy(),
    }
  },
  sequelize({ dialect, connection: { host, port, user, password, database } }) {
    const { Sequelize, DataTypes } = require('sequelize')
    const dialectModule = require(dialect === 'postgres' ? 'pg' : 'mysql2')
    const pool = { max: 1 }
    const logging = false
    const sequelize = new Sequelize(database, user, password, { host, port, dialect, dialectModule, pool, logging })
    const Name = sequelize.define('name', { name: { type: DataTypes.STRING, primaryKey: true } }, { timestamps: false })
    return {
      run: (text) => sequelize.query(text),
      ask: (name) => Name.findAll({ where: { name } }),
      transact: () => sequelize.transaction((transaction) => Name.create({ name: 'new' }, { transaction })),
      end: () => sequelize.close(),
    }
  },
  drizzle({ dialect, driver, connection }) {
    const { names, eq, client, db } = drizzle[driver](dialect, connection)
    return {
      run: (text) => db.execute(text),
      ask: (name) => db.select().from(names).where(eq(names.name, name)),
      transact: () => db.transaction((transaction) => transaction.insert(names).values({ name: 'new' })),
      end: () => client.end(),
    }
  },
}

const drizzle = {
  pg(_, connection) {
    const { Pool } = require('pg')
    return withDrizzle('node-postgres', 'pg', new Pool({ ...connection, max: 1 }))
  },
  'postgres.js'(_, connection) {
    return withDrizzle('postgres-js', 'pg', require('postgres')({ ...connection, max: 1 }))
  },
  mysql2(_, connection) {
    return withDrizzle('mysql2', 'mysql', require('mysql2').createPool({ ...connection, connectionLimit: 1 }))
  },
}

function withDrizzle(driver, dialect, client) {
  const { eq } = require('drizzle-orm')
  const core = require(`drizzle-orm/${dialect}-core`)
  const names = core[`${dialect}Table`]('names', { name: core.varchar({ length: 9 }) })
  return { client, names, eq, db: require(`drizzle-orm/${driver}`).drizzle(client) }
}

async function main([orm, options]) {
  const { run, ask, transact, end } = ORMS[orm](JSON.parse(options))
  // What the ORM asks a new connection is in here.
  await within('first', () => run('CREATE TABLE names (name VARCHAR(9) PRIMARY KEY)'))
  await callers((each) => ask(each))
  await within('transaction', transact)
  await within('last', () => run('DROP TABLE names'))
  await end()
}
main(process.argv.slice(2))
