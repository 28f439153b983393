module.exports = require('../../jest.preset')('heddle')
