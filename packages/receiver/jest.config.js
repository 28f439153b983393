module.exports = require('../../jest.preset')('receiver')
