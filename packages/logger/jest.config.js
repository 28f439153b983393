module.exports = require('../../jest.preset')('logger')
