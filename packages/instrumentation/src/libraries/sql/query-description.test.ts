import fc from 'fast-check'
import { QueryDescriptions } from './query-description'
import { MYSQL, POSTGRESQL } from './scanner'

const postgres = new QueryDescriptions(POSTGRESQL)
const mysql = new QueryDescriptions(MYSQL)

test.each([
  ['SELECT 1', 'SELECT', 'SELECT ?'],
  ['select * from users where id = $1', 'SELECT users', 'select * from users where id = $1'],
  [
    "SELECT * FROM users WHERE name = 'it''s' AND age > 4.5e3",
    'SELECT users',
    'SELECT * FROM users WHERE name = ? AND age > ?',
  ],
  [
    'SELECT a FROM s.users u JOIN "Orders" o ON o.u = u.id',
    'SELECT s.users Orders',
    'SELECT a FROM s.users u JOIN "Orders" o ON o.u = u.id',
  ],
  ['SELECT a FROM x, y AS b, z WHERE 1=1', 'SELECT x y z', 'SELECT a FROM x, y AS b, z WHERE ?=?'],
  ['INSERT INTO orders (a, b) VALUES (1, 2), (3, 4)', 'INSERT orders', 'INSERT INTO orders (a, b) VALUES (?)'],
  ['INSERT INTO a (b)values($1),($2)', 'INSERT a', 'INSERT INTO a (b)values(?)'],
  ['INSERT INTO a SELECT * FROM b', 'INSERT a SELECT b', 'INSERT INTO a SELECT * FROM b'],
  ['UPDATE users SET name = $1', 'UPDATE users', 'UPDATE users SET name = $1'],
  ['SELECT * FROM jobs FOR UPDATE SKIP LOCKED', 'SELECT jobs', 'SELECT * FROM jobs FOR UPDATE SKIP LOCKED'],
  [
    'INSERT INTO a VALUES (1) ON CONFLICT DO UPDATE SET b = 2',
    'INSERT a',
    'INSERT INTO a VALUES (?) ON CONFLICT DO UPDATE SET b = ?',
  ],
  ['DELETE FROM users', 'DELETE users', 'DELETE FROM users'],
  ['CREATE TABLE IF NOT EXISTS users (id int)', 'CREATE TABLE users', 'CREATE TABLE IF NOT EXISTS users (id int)'],
  ['DROP TABLE users', 'DROP TABLE users', 'DROP TABLE users'],
  ['BEGIN', 'BEGIN', 'BEGIN'],
  ['SELECT * FROM (SELECT * FROM inner_one) x', 'SELECT SELECT inner_one', 'SELECT * FROM (SELECT * FROM inner_one) x'],
  ['SELECT /* token=s3cret */ 1 -- s3cret\n', 'SELECT', 'SELECT ?'],
  ["SELECT $$it's$$, $a$ x $$ y $a$, E'a\\'b', 1::int, a[1]", 'SELECT', 'SELECT ?, ?, ?, ?::int, a[?]'],
  ['SELECT * FROM a WHERE id IN ($1, $2, $3)', 'SELECT a', 'SELECT * FROM a WHERE id IN (?)'],
  [
    'WITH recent AS (SELECT * FROM a) SELECT * FROM recent',
    'SELECT a SELECT recent',
    'WITH recent AS (SELECT * FROM a) SELECT * FROM recent',
  ],
  ['', '', ''],
])('PostgreSQL: %s', (text, summary, clean) => {
  expect(postgres.of(text)).toEqual({ summary, text: clean })
  expect(postgres.of(text)).toBe(postgres.of(text))
})

test.each([
  [
    'SELECT * FROM `users` WHERE name = "a\\"b" AND x = \'c\\\'d\' # s3cret',
    'SELECT users',
    'SELECT * FROM `users` WHERE name = ? AND x = ?',
  ],
  ['REPLACE INTO a VALUES (?, ?)', 'REPLACE a', 'REPLACE INTO a VALUES (?)'],
])('MySQL: %s', (text, summary, clean) => {
  expect(mysql.of(text)).toEqual({ summary, text: clean })
})

test('no text of a string leaves, whatever is in it and around it', () => {
  const secret = 's3cr3t'
  const quoted = fc.string().map((text) => `'${`${text}${secret}${text}`.replaceAll("'", "''")}'`)
  fc.assert(
    fc.property(
      fc.array(fc.oneof(quoted, fc.constantFrom(' AND ', ', ', '(', ')', ' a = ', ' "b" ', ' -- x\n'))),
      (parts) => {
        expect(postgres.of(`SELECT ${parts.join(' ')}`).text).not.toContain(secret)
      },
    ),
  )
})

test.each(["'", '"', '/*', '$a$', '(', '?,', '(?),', 'a.', '$', '-', '((?,?)'])(
  'a text of nothing but %s is read in linear time',
  (part) => {
    const begin = performance.now()
    expect(postgres.of(part.repeat(1_000_000)).text.length).toBeLessThan(10_000)
    expect(performance.now() - begin).toBeLessThan(1_000)
  },
)
