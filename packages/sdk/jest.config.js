module.exports = require('../../jest.preset')('sdk')
