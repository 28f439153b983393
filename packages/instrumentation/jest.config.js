module.exports = require('../../jest.preset')('instrumentation')
