require('./apollo.js')(require('@apollo/server'), require('@apollo/server/standalone'))
