import * as trpc from '@trpc/server'
import * as adapter from '@trpc/server/adapters/standalone'
import serve from './trpc.js'

serve(trpc, adapter)
