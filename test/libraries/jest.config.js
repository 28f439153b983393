module.exports = { ...require('../../jest.preset')('libraries'), testTimeout: 120_000 }
