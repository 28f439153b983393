import { expectTheMainJob } from './main-job'

expectTheMainJob('api-1.9-sdk-2', ['20', '22', '24', '26'])
