require('./marks.cjs')({
  cassandra: require('cassandra-driver'),
  Memcached: require('memcached'),
  oracledb: require('oracledb'),
  sequelize: require('sequelize'),
  tedious: require('tedious'),
  typeorm: require('typeorm'),
})
