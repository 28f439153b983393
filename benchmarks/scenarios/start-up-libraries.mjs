import { startUpScenario } from '../harness/kinds/start-up.mjs'

export default startUpScenario({
  title: 'Start-up with ten libraries: until an Express app listens that has loaded them; memory then',
  id: 'start-up-libraries',
  app: 'apps/express-libraries.cjs',
  only: ['bare', 'heddle', 'stock'],
})
