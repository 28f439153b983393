module.exports = require('../../jest.preset')('module-hook')
