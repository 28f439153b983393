module.exports = require('../../jest.preset')('propagation')
