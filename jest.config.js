module.exports = { projects: ['<rootDir>/packages/*', '<rootDir>/test'], testTimeout: 30_000 }
