module.exports = { ...require('../../jest.preset')('soak'), testTimeout: 240_000 }
