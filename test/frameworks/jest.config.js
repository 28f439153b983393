module.exports = { ...require('../../jest.preset')('frameworks'), testTimeout: 60_000 }
