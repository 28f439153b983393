module.exports = require('../../jest.preset')('identity')
