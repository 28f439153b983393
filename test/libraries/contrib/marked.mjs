import cassandra from 'cassandra-driver'
import Memcached from 'memcached'
import oracledb from 'oracledb'
import * as sequelize from 'sequelize'
import * as tedious from 'tedious'
import * as typeorm from 'typeorm'
import print from './marks.cjs'

print({ cassandra, Memcached, oracledb, sequelize, tedious, typeorm })
