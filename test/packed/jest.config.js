module.exports = { ...require('../../jest.preset')('packed'), testTimeout: 300_000 }
