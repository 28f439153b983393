// Prints of libraries that need servers which are not there whether contrib's instrumentation has
// replaced what it replaces.
const isWrapped = (owner, name) => owner.prototype[name].__wrapped === true

module.exports = (libraries) => {
  const { cassandra, Memcached, oracledb, sequelize, tedious, typeorm } = libraries
  const marks = {
    'cassandra-driver': isWrapped(cassandra.Client, 'batch'),
    memcached: isWrapped(Memcached, 'command'),
    oracledb: oracledb.traceHandler.isEnabled(),
    sequelize: isWrapped(sequelize.Sequelize, 'query'),
    tedious: isWrapped(tedious.Connection, 'execSql'),
    typeorm: isWrapped(typeorm.EntityManager, 'save'),
  }
  console.log(JSON.stringify(marks))
}
