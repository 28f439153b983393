import * as apollo from '@apollo/server'
import * as standalone from '@apollo/server/standalone'
import serve from './apollo.js'

serve(apollo, standalone)
