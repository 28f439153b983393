import { startUpScenario } from '../harness/kinds/start-up.mjs'

export default startUpScenario({
  title: 'Start-up: from the start of the process until the Express app listens; memory then',
  id: 'start-up',
  app: 'apps/express.cjs',
})
