require('./trpc.js')(require('@trpc/server'), require('@trpc/server/adapters/standalone'))
