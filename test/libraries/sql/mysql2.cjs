const { once } = require('node:events')
const { tracer, within, callers } = require('../within.cjs')(({ code }) => code)

const inCallback = () => tracer.startSpan('in the callback').end()

/** Awaits what `work` calls back; it is seen in whose context that is. */
const calledBack = (work) =>
  new Promise((resolve, reject) => {
    work((error, result) => {
      inCallback()
      if (error) reject(error)
      else resolve(result)
    })
  })

module.exports = async (mysql, { host, port, user, password, database }) => {
  const options = { host, port, user, password, database }
  // One connection: each but the first waits for it, and is given it by another one.
  const pool = mysql.createPool({ ...options, connectionLimit: 1 })
  await within('table', () => pool.promise().query('CREATE TABLE names (name VARCHAR(9) PRIMARY KEY)'))
  await within('promise', () => pool.promise().query('INSERT INTO names VALUES (?), (?)', ['s3cret', 'another']))
  await within('execute', () => pool.promise().execute('SELECT name FROM names WHERE name = ?', ['s3cret']))
  await within('twice', () => pool.promise().query('INSERT INTO names VALUES (?)', ['s3cret']))
  await within('failing', () => pool.promise().query("SELECT * FROM nowhere WHERE secret = 's3cret'"))
  await within('failing execute', () => pool.promise().execute('SELECT * FROM nowhere'))
  await callers((each) => calledBack((done) => pool.query('SELECT ?', [each], done)))
  await within('configured', () => calledBack((done) => pool.query({ sql: 'SELECT ?', values: [1] }, done)))
  await within('nobody to connect', () =>
    calledBack((done) => mysql.createConnection({ port: 1 }).query('SELECT 1', done)),
  )

  const cluster = mysql.createPoolCluster()
  cluster.add('one', options)
  await within('cluster', () => calledBack((done) => cluster.of('*').query('SELECT 1', done)))
  cluster.end()

  const waits = within('waits', () => calledBack((done) => pool.getConnection(done)))
  const connection = await waits
  const names = () => connection.query('SELECT name FROM names')
  await within('events', () => once(names().on('result', inCallback), 'end'))
  await within('stream', async () => {
    const found = []
    for await (const { name } of names().stream()) found.push(name)
    return found
  })
  await within('failing events', () => once(connection.query('SELECT * FROM nowhere'), 'end'))
  await within('prepared', async () => {
    const statement = await calledBack((done) => connection.prepare('SELECT ? + 1', done))
    await calledBack((done) => statement.execute([1], done))
    statement.close()
  })
  await within('transaction', async () => {
    await calledBack((done) => connection.beginTransaction(done))
    await calledBack((done) => connection.rollback(done))
  })
  connection.release()

  const thrown = once(process, 'uncaughtException')
  const unheard = mysql.createConnection(options)
  unheard.execute('SELECT * FROM nobody_listens')
  console.log(`thrown: ${(await thrown)[0].code}`)
  unheard.destroy()

  const lost = mysql.createConnection(options)
  await once(lost, 'connect')
  const left = new Promise((resolve) => lost.once('error', resolve))
  await within('lost', async () => {
    lost.query('SELECT SLEEP(60)')
    await pool.promise().query(`KILL ${lost.threadId}`)
    await left
  })
  await within('closed', () => calledBack((done) => lost.query('SELECT 1', done)))
  await within('drop', () => pool.promise().query('DROP TABLE names'))
  pool.end()
}
