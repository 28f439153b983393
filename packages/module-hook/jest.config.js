module.exports = require('../../jest.preset')('span-callbacks')
