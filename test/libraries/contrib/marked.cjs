require('./marks.cjs')({
  cassandra: require('cassandra-driver'),
  Memcached: require('memcached'),
  mongoose: require('mongoose'),
  oracledb: require('oracledb'),
  sequelize: require('sequelize'),
  tedious: require('tedious'),
  typeorm: require('typeorm'),
})
