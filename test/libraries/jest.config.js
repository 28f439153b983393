module.exports = { ...require('../../jest.preset')('libraries'), testTimeout: 60_000 }
