const [, , library, port] = process.argv
require('./calls.cjs')(require(library), library, Number(port))
