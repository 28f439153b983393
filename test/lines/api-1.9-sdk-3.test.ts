import { expectTheMainJob } from './main-job'

expectTheMainJob('api-1.9-sdk-3', ['22', '24', '26'])
