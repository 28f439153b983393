module.exports = require('../../jest.preset')('otlp')
