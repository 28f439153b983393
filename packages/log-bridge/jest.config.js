module.exports = require('../../jest.preset')('log-bridge')
